import { useSearchParams } from 'react-router'
import { GROUPINGS, type Grouping } from './grouping.js'

/** How this reader looks at the roadmap, in the address: it can be kept, sent and gone back to. */
export function useGrouping() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        // Looking at the tasks otherwise is going on from the one that a link led to.
        next.delete('task')
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true }
    )
  return {
    grouping: GROUPINGS.find((one) => one === search.get('group')) ?? null,
    isMilestones: search.get('only') === 'milestones',
    onGroup: (grouping: Grouping | null) => set('group', grouping),
    onMilestones: (isOn: boolean) => set('only', isOn ? 'milestones' : null)
  }
}
