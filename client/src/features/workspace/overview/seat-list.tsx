import { SIDES } from '@roundtable/shared/framework'
import type { SeatView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { PersonMark } from '../../../ui/person-mark.js'

interface SeatListProps {
  readonly seats: readonly SeatView[]
  readonly mySeatId: string
}

const MOST_OF_A_SIDE = 4

/**
 * People in short, by the side they count for; those without a side come last. Names are what people chose to be called here.
 * The page about people shows all of them.
 */
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
              {group.seats.slice(0, MOST_OF_A_SIDE).map((seat) => (
                <Seat key={seat.id} seat={seat} isMine={seat.id === mySeatId} />
              ))}
            </ul>
            {group.seats.length > MOST_OF_A_SIDE && (
              <p className="caption muted">{t('overview.morePeople', { n: group.seats.length - MOST_OF_A_SIDE })}</p>
            )}
          </section>
        ))}
    </div>
  )
}

function Seat({ seat, isMine }: { readonly seat: SeatView; readonly isMine: boolean }) {
  const { t } = useText()
  return (
    <li className="seats__item">
      <PersonMark name={seat.name} color={null} />
      <span className="seats__words">
        <span>
          <bdi>{seat.name}</bdi>
          {isMine && <span className="muted"> {t('seat.you')}</span>}
        </span>
        <span className="caption muted">
          {t(`role.${seat.role}`)}
          {seat.organisation !== null && (
            <>
              {' · '}
              <bdi>{seat.organisation}</bdi>
            </>
          )}
        </span>
      </span>
    </li>
  )
}
