import { useEffect, useRef, useState } from 'react'
import { useCountries } from '../../../locales/use-countries.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ComboField } from '../../../ui/combo-field.js'

interface CountriesInputProps {
  readonly label: string
  readonly chosen: readonly string[]
  /** Stores the codes, or answers why it cannot, in words for whoever chose. */
  readonly onAnswer: (codes: readonly string[] | null) => string | null
}

/** Countries by their names, each added by choosing it or by its whole name: half a name, or one that begins alike, adds none. */
export function CountriesInput({ label, chosen, onAnswer }: CountriesInputProps) {
  const { t } = useText()
  const { country } = useFormat()
  const announce = useAnnounce()
  const group = useRef<HTMLDivElement>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [added, setAdded] = useState(0)
  const choices = useCountries()

  // The search begins anew for the next one. What had the focus is gone with the act; whoever has gone on keeps theirs.
  useEffect(() => {
    if (added > 0 && document.activeElement === document.body) group.current?.querySelector('input')?.focus()
  }, [added])

  function answer(codes: readonly string[], said: string) {
    const refused = onAnswer(codes.length > 0 ? codes : null)
    setRefusal(refused)
    if (refused !== null) return
    announce(said)
    setAdded(added + 1)
  }

  return (
    <div ref={group} role="group" aria-label={label} className="field stack stack--tight">
      <span className="field__label" aria-hidden="true">
        {label}
      </span>
      {chosen.length === 0 && <span className="muted">{t('field.notAnswered')}</span>}
      {chosen.length > 0 && (
        <ul className="targets">
          {chosen.map((code) => (
            <li key={code}>
              <bdi>{country(code)}</bdi>
              <span className="targets__remove no-print">
                <Button
                  look="link"
                  onPress={() => {
                    const others = chosen.filter((other) => other !== code)
                    answer(others, t('entry.removed', { name: country(code) }))
                  }}
                >
                  {t('field.removeRow', { name: country(code) })}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ComboField
        key={added}
        label={t('countries.add')}
        hint={t('countries.hint')}
        error={refusal ?? undefined}
        choices={choices.filter(({ value }) => !chosen.includes(value))}
        value=""
        showAll={t('countries.showAll')}
        nothingFits={t('countries.nothingFits')}
        onChange={(code) => {
          if (code !== '') answer([...chosen, code], t('countries.added', { country: country(code) }))
        }}
      />
    </div>
  )
}
