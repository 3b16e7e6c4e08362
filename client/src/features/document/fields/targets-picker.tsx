import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ComboField } from '../../../ui/combo-field.js'

interface Listed {
  readonly code: string
  readonly text: string
}

/** The goals, targets and indicators as they were published, under the version's own name. */
export interface TargetList {
  readonly version: string
  readonly goals: readonly (Listed & { readonly title: string })[]
  readonly targets: readonly Listed[]
  readonly indicators: readonly Listed[]
}

interface TargetsPickerProps {
  readonly list: TargetList
  readonly label: string
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  /** Stores the codes, or answers why it cannot, in words for whoever chose. */
  readonly onAnswer: (codes: readonly string[] | null) => string | null
}

/** Targets and indicators, each by its code and words; one more is found by number or by words. What the list does not have is shown as such. */
export function TargetsPicker({ list, label, chosen, isReadOnly, onAnswer }: TargetsPickerProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ readonly at: number } | null>(null)
  const [added, setAdded] = useState(0)
  const inOrder = useMemo(() => ordered(list), [list])
  const known = inOrder.filter(({ code }) => chosen.includes(code))
  const shown = [...known, ...chosen.filter((code) => !known.some((one) => one.code === code)).map((code) => ({ code, text: null }))]
  const choices = inOrder.filter(({ code }) => !chosen.includes(code)).map(({ code, text }) => ({ value: code, label: `${code} ${text}` }))

  // What was removed had the focus: it goes to what stands in its place, or to the search.
  useEffect(() => {
    if (removed === null) return
    const buttons = group.current?.querySelectorAll<HTMLElement>('.targets__remove button') ?? []
    const next = buttons[Math.min(removed.at, buttons.length - 1)] ?? group.current?.querySelector<HTMLElement>('input')
    next?.focus()
  }, [removed])

  // The search begins anew for the next one, and has the focus.
  useEffect(() => {
    if (added > 0) group.current?.querySelector<HTMLElement>('input')?.focus()
  }, [added])

  function answer(codes: readonly string[], said: string): boolean {
    const refused = onAnswer(codes.length > 0 ? codes : null)
    setRefusal(refused)
    if (refused === null) announce(said)
    return refused === null
  }

  return (
    <div ref={group} role="group" aria-labelledby={`${id}-label`} className="field stack stack--tight">
      <span id={`${id}-label`} className="field__label">
        {label}
      </span>
      {shown.length === 0 && <span className="muted">{t('field.notAnswered')}</span>}
      {shown.length > 0 && (
        <ul className="targets">
          {shown.map(({ code, text }, index) => (
            <li key={code}>
              <span>
                <strong>{code}</strong> {text === null ? t('targets.unknown') : <span lang="en">{text}</span>}
              </span>
              {!isReadOnly && (
                <span className="targets__remove no-print">
                  <Button
                    look="link"
                    onPress={() => {
                      const rest = chosen.filter((other) => other !== code)
                      if (answer(rest, t('entry.removed', { name: code }))) setRemoved({ at: index })
                    }}
                  >
                    {t('field.removeRow', { name: code })}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? (
        shown.length > 0 && <span className="caption muted">{t('targets.list', { version: list.version })}</span>
      ) : (
        <ComboField
          key={added}
          label={t('targets.add')}
          hint={t('targets.hint', { version: list.version })}
          error={refusal ?? undefined}
          choices={choices}
          value=""
          showAll={t('targets.showAll')}
          nothingFits={t('targets.nothingFits')}
          onChange={(code) => {
            if (code !== '' && answer([...chosen, code], t('targets.added', { code }))) setAdded(added + 1)
          }}
        />
      )}
    </div>
  )
}

/** Each target, and after it its indicators. */
function ordered({ targets, indicators }: TargetList): readonly Listed[] {
  return targets.flatMap((target) => [target, ...indicators.filter(({ code }) => code.startsWith(`${target.code}.`))])
}
