import { PRINCIPLES, LEVELS } from '@roundtable/shared/framework'
import type { Task } from '@roundtable/shared/document'
import type { TaskFacts } from '@roundtable/shared/protocol'
import { shownDay } from '../../lib/days.js'
import { readStored, writeStored } from '../../lib/stored.js'
import type { Format } from '../../locales/use-format.js'
import type { Translate } from '../../locales/use-text.js'
import { assigneeWords } from './assignee-words.js'
import { askedFor } from './filter.js'

export const TABLE_COLUMNS = ['status', 'owner', 'stage', 'start', 'due', 'side', 'keyArea', 'principles', 'level', 'milestone'] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

const FIRST: readonly TableColumn[] = ['status', 'owner', 'stage', 'due']
const KEY = 'roadmap.columns'

/** The columns chosen on this device, in the order of the table; before anybody has chosen, the most asked for. */
export function readColumns(): readonly TableColumn[] {
  const stored = readStored(KEY)?.split(' ')
  return stored ? TABLE_COLUMNS.filter((column) => stored.includes(column)) : FIRST
}

export function keepColumns(columns: readonly TableColumn[]): void {
  writeStored(KEY, columns.join(' '))
}

/** What stands in a cell; empty where nothing is said. */
export function cellWords(
  column: TableColumn,
  task: Task,
  said: TaskFacts | undefined,
  t: Translate,
  { day, list }: Pick<Format, 'day' | 'list'>
): string {
  const { schedule, stage, leadSide, keyArea, fields } = task
  const level = LEVELS.find((one) => one === fields.level)
  switch (column) {
    case 'status':
      return said ? t(`taskStatus.${said.status}`) : ''
    case 'owner':
      return said ? list(askedFor(said).map((one) => assigneeWords(one, t))) : ''
    case 'stage':
      return stage ? t(`stage.${stage}`) : ''
    case 'start':
    case 'due':
      return schedule[column] === undefined ? '' : day(shownDay(schedule[column]))
    case 'side':
      return leadSide ? t(`sideTitle.${leadSide}`) : ''
    case 'keyArea':
      return keyArea ? t(`keyArea.${keyArea}`) : ''
    case 'principles':
      return list(
        PRINCIPLES.filter((one) => Array.isArray(fields.principles) && fields.principles.some((code) => code === one)).map((one) =>
          t(`principle.${one}`)
        )
      )
    case 'level':
      return level ? t(`level.${level}`) : ''
    case 'milestone':
      return fields.isMilestone === true ? t('field.yes') : ''
  }
}
