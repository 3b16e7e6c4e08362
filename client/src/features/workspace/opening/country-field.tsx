import { SAMPLE_COUNTRY } from '@roundtable/shared/framework'
import { useCountries } from '../../../locales/use-countries.js'
import { useText } from '../../../locales/use-text.js'
import { ComboField } from '../../../ui/combo-field.js'

const SAMPLE = [SAMPLE_COUNTRY]

interface CountryFieldProps {
  readonly value: string
  readonly error: string | undefined
  /** The sample country is offered only where the sample data is. */
  readonly withSample: boolean
  readonly onChange: (code: string) => void
}

export function CountryField({ value, error, withSample, onChange }: CountryFieldProps) {
  const { t } = useText()
  const countries = useCountries(withSample ? SAMPLE : undefined)
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
