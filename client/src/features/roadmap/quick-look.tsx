import { useText } from '../../locales/use-text.js'
import { LONGEST_LINE, type Lines } from './lines.js'

/** What several lines in the field of quick entry would become, before anything is made. */
export function QuickLook({ lines: { now, later, tooLong } }: { readonly lines: Lines }) {
  const { t } = useText()
  return (
    <div role="group" className="quick__look" aria-label={t('quick.look', { n: now.length })}>
      <p>{t('quick.look', { n: now.length })}</p>
      <ol className="quick__titles">
        {now.map((title, index) => (
          <li key={index}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ol>
      {later.length > 0 && <p className="caption">{t('quick.lookLater', { n: later.length })}</p>}
      {tooLong.length > 0 && <p className="caption">{t('quick.tooLong', { n: tooLong.length, most: LONGEST_LINE })}</p>}
    </div>
  )
}
