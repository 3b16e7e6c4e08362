import type { PeopleView } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Said } from '../../ui/said.js'

/** Who of one's own side is here no longer, and what was said about it: for whoever manages the side's seats. */
export function EndedSeats({ ended }: { readonly ended: PeopleView['ended'] }) {
  const { t } = useText()
  const { day } = useFormat()
  if (ended.length === 0) return null
  return (
    <section className="stack" aria-labelledby="ended-title">
      <h2 id="ended-title">{t('members.endedTitle')}</h2>
      <ul className="voices">
        {ended.map((seat) => (
          <li key={seat.seatId} className="voice" data-side={seat.side ?? 'none'}>
            <p className="caption muted">{t(`role.${seat.role}`)}</p>
            <p className="voice__answer">
              <span className="names">
                {t(`members.endedHow.${seat.how}`, { name: seat.name, by: seat.endedBy, at: day(new Date(seat.endedAt)) })}
              </span>
            </p>
            {seat.note !== '' && <Said>{seat.note}</Said>}
          </li>
        ))}
      </ul>
    </section>
  )
}
