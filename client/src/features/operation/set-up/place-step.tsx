import { LANGUAGES, type SetUpView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useCountries } from '../../../locales/use-countries.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { ComboField } from '../../../ui/combo-field.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { SelectField } from '../../../ui/select-field.js'
import { nextStep } from './is-locked.js'
import { useSayPlace } from './set-up.js'
import { StepPage } from './step-page.js'

export function PlaceStep({ view }: { readonly view: SetUpView }) {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number] | ''>(view.language ?? LANGUAGES[0])
  const [country, setCountry] = useState(view.country ?? '')
  const [attempts, setAttempts] = useState(0)
  const say = useSayPlace()
  useFocusOnProblem(form, attempts, say.error)
  const countries = useCountries()
  const wasTried = attempts > 0

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (language === '' || country === '') return
    say.mutate({ language, country }, { onSuccess: (next) => void navigate(`/setup/${nextStep(next) ?? ''}`) })
  }

  return (
    <StepPage step="place">
      <form ref={form} className="stack" noValidate onSubmit={submit}>
        <FormProblem error={say.error} />
        <SelectField
          label={t('setUp.language')}
          hint={t('setUp.languageHint')}
          choices={LANGUAGES.map((each) => ({ value: each, label: t(`setUp.language.${each}`) }))}
          value={language}
          placeholder={t('form.choose')}
          error={wasTried && language === '' ? t('form.chooseOne') : fieldProblem(say.error, 'language')}
          onChange={setLanguage}
        />
        <ComboField
          label={t('setUp.country')}
          hint={t('setUp.countryHint')}
          error={wasTried && country === '' ? t('setUp.countryMissing') : fieldProblem(say.error, 'country')}
          choices={countries}
          value={country}
          showAll={t('setUp.countryShow')}
          nothingFits={t('setUp.countryNone')}
          onChange={setCountry}
        />
        <div className="row">
          <Button look="primary" type="submit" isPending={say.isPending}>
            {t('setUp.save')}
          </Button>
        </div>
      </form>
    </StepPage>
  )
}
