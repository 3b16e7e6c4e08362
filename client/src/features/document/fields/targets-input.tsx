import { useChunk } from '../../../lib/chunk.js'
import { useText } from '../../../locales/use-text.js'
import { CommittedField } from '../../../ui/committed-field.js'
import { targetsChunk } from './targets-chunk.js'

interface TargetsInputProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  readonly onAnswer: (codes: readonly string[] | null) => string | null
}

/** Codes of targets and indicators. While the list is fetched they are to read; where it does not come they are typed. */
export function TargetsInput({ label, chosen, isReadOnly, onAnswer }: TargetsInputProps) {
  const { t } = useText()
  const { value: fetched, isMissing } = useChunk(targetsChunk)
  if (fetched) return <fetched.TargetsPicker list={fetched.list} {...{ label, chosen, isReadOnly, onAnswer }} />
  return (
    <CommittedField
      label={label}
      hint={t('field.hint.targets')}
      value={chosen.join(', ')}
      isReadOnly={isReadOnly || !isMissing}
      whenEmpty={t('field.notAnswered')}
      onCommit={(typed) => {
        const codes = typed
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter((code) => code !== '')
        return onAnswer(codes.length > 0 ? [...new Set(codes)] : null)
      }}
    />
  )
}
