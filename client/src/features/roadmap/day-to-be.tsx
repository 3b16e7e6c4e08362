import { useState } from 'react'
import { useChunk } from '../../lib/chunk.js'
import { useText } from '../../locales/use-text.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { CommittedField } from '../../ui/committed-field.js'
import { useWholeDay } from '../../ui/use-whole-day.js'
import { dayChunk } from '../document/index.js'

interface DayToBeProps {
  readonly label: string
  /** A day; null takes the one that is there away; empty while neither is chosen. */
  readonly day: string | null
  /** What is said beside it after an attempt without a day. */
  readonly error: string | undefined
  readonly onDay: (day: string | null) => void
}

/** The day that many tasks get, or that they lose theirs: which of the two is a choice of its own. */
export function DayToBe({ label, day, error, onDay }: DayToBeProps) {
  const { t } = useText()
  const { value: DayField, isMissing } = useChunk(dayChunk)
  const read = useWholeDay()
  const [written, setWritten] = useState('')
  const [refusal, setRefusal] = useState<string>()

  function write(next: string) {
    setWritten(next)
    setRefusal(undefined)
    const whole = read(next)
    onDay('day' in whole ? whole.day : '')
  }

  function finish(next: string) {
    const whole = read(next)
    setRefusal('refusal' in whole ? whole.refusal : undefined)
  }

  return (
    <>
      <ChoiceGroup
        label={t('bulk.into')}
        kind="one"
        choices={[
          { value: 'day', label: t('bulk.aDay') },
          { value: 'none', label: t('bulk.noDay') }
        ]}
        chosen={[day === null ? 'none' : 'day']}
        onChange={([chosen]) => (chosen === 'none' ? onDay(null) : write(written))}
      />
      {day !== null && DayField && <DayField {...{ label }} error={refusal ?? error} value={written} onChange={write} onDone={finish} />}
      {day !== null && !DayField && isMissing && (
        <CommittedField
          {...{ label }}
          hint={error}
          type="date"
          value={day}
          isReadOnly={false}
          onCommit={(next) => {
            onDay(next)
            return null
          }}
        />
      )}
    </>
  )
}
