import { SET_UP_STEPS } from '@roundtable/shared/protocol'
import { RoundtableError } from '@roundtable/shared/error'
import { Navigate, useParams } from 'react-router'
import { sentenceOfError } from '../../../lib/error-sentence.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Link } from '../../../ui/link.js'
import { Page } from '../../../ui/page.js'
import { QueryState } from '../../../ui/query-state.js'
import { Waiting } from '../../../ui/waiting.js'
import { AddressStep } from './address-step.js'
import { isLocked, nextStep } from './is-locked.js'
import { MailStep } from './mail-step.js'
import { OperatorStep } from './operator-step.js'
import { PlaceStep } from './place-step.js'
import { SampleStep } from './sample-step.js'
import { useEntry, useSetUp } from './set-up.js'
import { TaskList } from './task-list.js'

const STEPS = { place: PlaceStep, operator: OperatorStep, mail: MailStep, address: AddressStep, sample: SampleStep }

/** The first set-up: a list of five pages, and the pages. */
export function SetUpPages() {
  const { t } = useText()
  const asked = useParams().step
  const entry = useEntry()
  const setUp = useSetUp(!entry.isUnderWay)
  const step = SET_UP_STEPS.find((each) => each === asked)

  if (entry.isUnderWay) return <Waiting>{t('setUp.entering')}</Waiting>
  if (entry.error && !isAbsent(entry.error)) {
    return (
      <Page title={t('setUp.title')} width="narrow">
        <Banner tone="danger" role="alert">
          <p>{sentenceOfError(entry.error, t)}</p>
        </Banner>
      </Page>
    )
  }
  if (isAbsent(setUp.error)) return <NothingToSetUp />
  if (setUp.data === undefined) {
    return (
      <Page title={t('setUp.title')} width="narrow">
        <QueryState query={setUp} waitingFor={t('setUp.entering')}>
          {() => null}
        </QueryState>
      </Page>
    )
  }
  if (step === undefined) return asked === undefined ? <TaskList view={setUp.data} /> : <Navigate to="/setup" replace />
  // What only the operator does waits for there to be one; who has become it, and keeps their phrase, goes on.
  if (isLocked(step, setUp.data)) return <Navigate to={step === 'operator' ? `/setup/${nextStep(setUp.data) ?? ''}` : '/setup'} replace />
  const Step = STEPS[step]
  return <Step view={setUp.data} />
}

const isAbsent = (error: unknown): boolean => error instanceof RoundtableError && error.kind === 'not_found'

function NothingToSetUp() {
  const { t } = useText()
  return (
    <Page title={t('setUp.closed')} width="narrow">
      <p className="prose">{t('setUp.closedWhy')}</p>
      <p className="prose">{t('setUp.closedFix')}</p>
      <div className="row">
        <Link to="/sign-in?next=/setup" look="primary">
          {t('setUp.signIn')}
        </Link>
      </div>
    </Page>
  )
}
