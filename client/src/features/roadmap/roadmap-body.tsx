import { useState } from 'react'
import { addTask, moveTask, removeTask } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { EntryList, useEntries, useOpenDocument } from '../document/index.js'
import { TaskFields } from './task-fields.js'

const ids = { newId: randomId }
/** Up to this many tasks all stand open; a longer roadmap opens one at a time. */
const ALL_OPEN = 3

/** The roadmap as an ordered list of tasks: the complete view, of which boards and timelines are pictures. */
export function RoadmapBody() {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const { tasks } = useEntries(doc, 'roadmap')
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(tasks.length <= ALL_OPEN ? tasks.map((task) => task.id) : []))

  function toggle(id: string) {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  function add(): string {
    const id = addTask(doc, ids)
    setOpened(new Set([...opened, id]))
    return id
  }

  return (
    <section className="stack" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('roadmap.title', { n: tasks.length })}</h2>
      <EntryList
        entries={tasks.map((task) => ({ ...task, name: task.title }))}
        canEdit={canEdit}
        words={{ numbered: (number) => t('roadmap.numbered', { number }), add: t('roadmap.add'), empty: t('roadmap.empty') }}
        onAdd={add}
        onMove={(id, after) => moveTask(doc, id, { after })}
        onRemove={(id) => removeTask(doc, id)}
      >
        {(task) => <TaskFields task={task} isOpen={opened.has(task.id)} onToggle={() => toggle(task.id)} />}
      </EntryList>
    </section>
  )
}
