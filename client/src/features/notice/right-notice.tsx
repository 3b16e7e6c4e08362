import { useEffect } from 'react'
import type { RightChanged } from '@roundtable/shared/protocol'
import { useFocusWhenGone } from '../../lib/use-focus-when-gone.js'
import { useText, type Translate } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Banner } from '../../ui/banner.js'
import { IconButton } from '../../ui/icon-button.js'
import { BecauseLine, seatWords } from '../workspace/index.js'

interface RightNoticeProps {
  readonly event: RightChanged
  readonly title: string | null
  readonly onDismiss: () => void
}

/** What one may do here now, and why: spoken once, and in sight until it is put away. */
export function RightNotice({ event, title, onDismiss }: RightNoticeProps) {
  const { t, sentence } = useText()
  const announce = useAnnounce()
  const notice = useFocusWhenGone<HTMLDivElement>()
  const { seat, because } = event
  const now = whatIsNow(event, title, t)
  const spoken = `${now} ${sentence(because.sentence, 'because.unknown')}`
  // An effect of its own words: another notice of the same words is another element.
  useEffect(() => announce(spoken, 'assertive'), [announce, spoken])
  return (
    <div ref={notice} className="shell__notice notice no-print">
      <Banner tone={seat === null ? 'caution' : 'info'}>
        <p>
          <bdi>{now}</bdi>
        </p>
        <div>
          <BecauseLine because={because} />
        </div>
      </Banner>
      <IconButton icon="close" label={t('notice.dismiss')} onPress={onDismiss} />
    </div>
  )
}

function whatIsNow({ seat }: RightChanged, title: string | null, t: Translate): string {
  if (seat === null) return title === null ? t('notice.seatGoneUnnamed') : t('notice.seatGone', { title })
  const words = seatWords(seat, t)
  return title === null ? t('notice.seatNowUnnamed', { seat: words }) : t('notice.seatNow', { title, seat: words })
}
