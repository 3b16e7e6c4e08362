import type { SeatView } from '@roundtable/shared/protocol'
import type { Translate } from '../../locales/use-text.js'

/** A seat in words: the role, and the side it counts for, or that it counts for none. */
export function seatWords(seat: SeatView, t: Translate): string {
  const role = t(`role.${seat.role}`)
  return seat.side === null ? role : t('seat.roleAndSide', { role, side: t(`side.${seat.side}`) })
}
