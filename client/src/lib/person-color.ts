/** Which of the six people colours a seat has: the same number the live server stamps into presence. */
export function personColor(seatId: string): number {
  return Number.parseInt(seatId.replaceAll('-', '').slice(-6), 16) % 6
}
