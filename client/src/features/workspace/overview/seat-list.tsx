import { SIDES } from '@roundtable/shared/framework'
import type { SeatView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { PersonMark } from '../../ui/person-mark.js'

interface SeatListProps {
  readonly seats: readonly SeatView[]
  readonly mySeatId: string
}

/** People by the side they count for; those without a side come last. Names are what people chose to be called here. */
export function SeatList({ seats, mySeatId }: SeatListProps) {
  const { t } = useText()
  const groups = [...SIDES, null].map((side) => ({ side, seats: seats.filter((seat) => seat.side === side) }))
  return (
    <div className="stack">
      {groups
        .filter((group) => group.seats.length > 0)
        .map((group) => (
          <section key={group.side ?? 'none'} className="stack stack--tight">
            <h3 className="seats__side">{t(`sideTitle.${group.side ?? 'none'}`)}</h3>
            <ul className="seats">
              {group.seats.map((seat) => (
                <li key={seat.id} className="seats__item">
                  <PersonMark name={seat.name} color={null} />
                  <span className="seats__words">
                    <span>
                      <bdi>{seat.name}</bdi>
                      {seat.id === mySeatId && <span className="muted"> {t('seat.you')}</span>}
                    </span>
                    <span className="caption muted">
                      {seat.organisation === null ? (
                        t(`role.${seat.role}`)
                      ) : (
                        <>
                          {t(`role.${seat.role}`)} · <bdi>{seat.organisation}</bdi>
                        </>
                      )}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
