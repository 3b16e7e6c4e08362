import { SET_UP_STEPS, type SetUpStep } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { Page } from '../../../ui/page.js'

interface StepPageProps {
  readonly step: SetUpStep
  readonly children: ReactNode
}

/** One page of the set-up: which of how many, and the way back to the list. */
export function StepPage({ step, children }: StepPageProps) {
  const { t } = useText()
  return (
    <Page
      title={t(`setUp.step.${step}`)}
      width="narrow"
      breadcrumb={
        <nav aria-label={t('setUp.title')} className="set-up__way no-print">
          <Link to="/setup">{t('setUp.all')}</Link>
          <span className="muted">{t('setUp.which', { number: SET_UP_STEPS.indexOf(step) + 1, of: SET_UP_STEPS.length })}</span>
        </nav>
      }
    >
      {children}
    </Page>
  )
}
