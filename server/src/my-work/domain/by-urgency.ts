import type { Waiting } from '@roundtable/shared/protocol'

/** The order in which people should see what waits: what lapses or is due first, then what has waited longest. */
export function byUrgency(one: Waiting, other: Waiting): number {
  return compare(endOf(one), endOf(other)) || compare(one.since, other.since) || compare(one.workspaceId, other.workspaceId)
}

/** ISO text orders by time; a day ends with its last moment. */
function endOf({ until, task }: Waiting): string | null {
  return until ?? (task?.dueOn == null ? null : `${task.dueOn}T23:59:59.999Z`)
}

/** What has no time stands last. */
function compare(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
