import { useChunk } from '../../../lib/chunk.js'
import { useFormat } from '../../../locales/use-format.js'
import { CommittedField } from '../../../ui/committed-field.js'
import { useDraft } from '../../../ui/use-draft.js'
import { useWholeDay } from '../../../ui/use-whole-day.js'
import { dayChunk } from './day-chunk.js'

interface DayInputProps {
  readonly label: string
  /** As it is stored, `2027-06-30`, or empty. */
  readonly value: string
  /** As it is read where it cannot be changed. */
  readonly said: string
  readonly isReadOnly: boolean
  readonly whenEmpty: string
  /** What is wrong with the day that is stored. */
  readonly problem?: string | undefined
  readonly onCommit: (day: string) => string | null
}

/** A day. While the field is fetched the day is to read; where it does not come, the browser's own takes its place. */
export function DayInput({ label, value, said, isReadOnly, whenEmpty, problem, onCommit }: DayInputProps) {
  const { value: DayField, isMissing } = useChunk(dayChunk, !isReadOnly)
  const read = useWholeDay()
  const { day } = useFormat()
  const draft = useDraft({ label, value, isReadOnly, asStored, onCommit: take })
  const { shown, refusal, meanwhile, write, commit, insist, giveUp } = draft
  if (isReadOnly || (!DayField && !isMissing))
    return <CommittedField {...{ label, whenEmpty, onCommit }} value={problem === undefined ? said : `${said}\n${problem}`} isReadOnly />
  if (!DayField) return <CommittedField {...{ label, value, whenEmpty, onCommit }} hint={problem} type="date" isReadOnly={false} />

  function asStored(written: string): string {
    const whole = read(written)
    return 'day' in whole ? whole.day : written
  }
  function take(written: string): string | null {
    const whole = read(written)
    return 'day' in whole ? onCommit(whole.day) : whole.refusal
  }
  return (
    <DayField
      {...{ label, insist, giveUp }}
      value={shown}
      isDraft={shown !== value}
      error={refusal ?? (shown === value ? problem : undefined)}
      became={meanwhile === null ? undefined : meanwhile && day(new Date(`${meanwhile}T00:00:00`))}
      onChange={write}
      onDone={(written, isMeant) => written !== value && (isMeant ? insist : commit)(written)}
    />
  )
}
