/** A mandate holds through its last day, wherever on Earth that is spoken of in UTC. As SQL. */
export function endOfDay(parameter: string): string {
  return `(${parameter}::date + 1)::timestamp at time zone 'utc'`
}
