import type { Text } from '../../locales/use-text.js'

interface InTask {
  readonly part: string | null
  readonly field: string | null
}

/** What stands beside a field of a task; its two days are one value. */
export function fieldWords({ part, field }: InTask, { t, sentence }: Text): string | null {
  const name = part === 'fields' ? field : part
  if (name === null) return null
  return name === 'schedule' ? t('task.days') : sentence(`task.${name}`, 'field.unknownField', { name })
}
