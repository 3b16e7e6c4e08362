import { COUNTRIES, SAMPLE_COUNTRY } from '@roundtable/shared/framework'
import { useMemo } from 'react'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { ComboField } from '../../../ui/combo-field.js'

interface CountryFieldProps {
  readonly value: string
  readonly error: string | undefined
  /** The sample country is offered only where the sample data is. */
  readonly withSample: boolean
  readonly onChange: (code: string) => void
}

export function CountryField({ value, error, withSample, onChange }: CountryFieldProps) {
  const { t, formatting } = useText()
  const { country } = useFormat()
  const countries = useMemo(() => {
    const order = new Intl.Collator(formatting)
    const codes = withSample ? [...COUNTRIES, SAMPLE_COUNTRY] : COUNTRIES
    return codes.map((code) => ({ value: code, label: country(code) })).sort((one, other) => order.compare(one.label, other.label))
  }, [formatting, country, withSample])
  return (
    <ComboField
      label={t('open.country')}
      hint={t('open.countryHint')}
      error={error}
      choices={countries}
      value={value}
      showAll={t('open.countryShow')}
      nothingFits={t('open.countryNone')}
      onChange={onChange}
    />
  )
}
