import type { SetUpView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { SESSION_KEY } from '../../../lib/query-client.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { Link } from '../../../ui/link.js'
import { useChooseSample } from './set-up.js'
import { StepPage } from './step-page.js'

const CHOICES = ['leave', 'load'] as const

export function SampleStep({ view: { sample } }: { readonly view: SetUpView }) {
  const { t } = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [choice, setChoice] = useState<(typeof CHOICES)[number] | null>(null)
  const [attempts, setAttempts] = useState(0)
  const choose = useChooseSample()
  useFocusOnProblem(form, attempts, choose.error)

  if (sample.isLoaded) {
    return (
      <StepPage step="sample">
        <Banner tone="info">
          <p>{t('setUp.sample.there')}</p>
        </Banner>
        <p>{t(sample.opensByClick ? 'setUp.sample.byClick' : 'setUp.sample.byNobody')}</p>
        <p className="muted">{t('setUp.sample.forGood')}</p>
        <div className="row">
          <Link to="/setup" look="primary">
            {t('setUp.goOn')}
          </Link>
        </div>
      </StepPage>
    )
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (choice === null) return
    choose.mutate(choice === 'load', {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: SESSION_KEY })
        void client.invalidateQueries({ queryKey: ['workspaces'] })
        void navigate('/setup')
      }
    })
  }

  return (
    <StepPage step="sample">
      <p>{t('setUp.sample.lead')}</p>
      <form ref={form} className="stack" noValidate onSubmit={submit}>
        <FormProblem error={choose.error} />
        <ChoiceGroup
          label={t('setUp.sample.question')}
          kind="one"
          choices={CHOICES.map((each) => ({ value: each, label: t(`setUp.sample.${each}`), hint: t(`setUp.sample.${each}Hint`) }))}
          chosen={choice === null ? [] : [choice]}
          error={attempts > 0 && choice === null ? t('form.chooseOne') : undefined}
          onChange={([chosen]) => setChoice(CHOICES.find((each) => each === chosen) ?? null)}
        />
        <div className="row">
          <Button look="primary" type="submit" isPending={choose.isPending}>
            {t('setUp.save')}
          </Button>
        </div>
        {choose.isPending && choice === 'load' && <p role="status">{t('setUp.sample.loading')}</p>}
      </form>
    </StepPage>
  )
}
