import type { SetUpStep, SetUpView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Icon, type IconName } from '../../../ui/icon.js'
import { Link } from '../../../ui/link.js'
import { Page } from '../../../ui/page.js'
import { isOpenToOthers } from './address-facts.js'
import { isLocked, nextStep } from './is-locked.js'

const ICONS: Readonly<Record<'done' | 'seen' | 'open' | 'waits', IconName>> = {
  done: 'saved',
  seen: 'attention',
  open: 'unfinished',
  waits: 'readOnly'
}

/** The five pages, and how far each is. It can be left at any time. */
export function TaskList({ view }: { readonly view: SetUpView }) {
  const { t } = useText()
  const next = nextStep(view)
  const steps = view.steps.map(({ step, isDone }) => ({ step, state: stateOf(step, isDone, view) }))
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Page title={t('setUp.title')} width="narrow">
      {next === null ? (
        <Banner tone="good" role="status">
          <p>{t('setUp.finished')}</p>
        </Banner>
      ) : (
        <p className="lead">{t('setUp.lead')}</p>
      )}
      <p>{t('setUp.progress', { done, of: view.steps.length })}</p>
      <ol className="set-up__steps">
        {steps.map(({ step, state }) => {
          const name = t(`setUp.step.${step}`)
          return (
            <li key={step} className="card set-up__step">
              <span>{isLocked(step, view) ? name : <Link to={`/setup/${step}`}>{name}</Link>}</span>
              <span className={`set-up__state set-up__state--${state}`}>
                <Icon name={ICONS[state]} />
                {t(`setUp.state.${state}`)}
              </span>
            </li>
          )
        })}
      </ol>
      <div className="row">
        {next === null ? (
          <>
            <Link to="/health" look="primary">
              {t('setUp.health')}
            </Link>
            <Link to="/initiatives" look="secondary">
              {t('setUp.initiatives')}
            </Link>
          </>
        ) : (
          <Link to={`/setup/${next}`} look="primary">
            {t(done === 0 ? 'setUp.begin' : 'setUp.goOn')}
          </Link>
        )}
      </div>
    </Page>
  )
}

function stateOf(step: SetUpStep, isDone: boolean, view: SetUpView): keyof typeof ICONS {
  if (step === 'address' && isDone && !isOpenToOthers(view.publicUrl)) return 'seen'
  if (isDone) return 'done'
  return isLocked(step, view) ? 'waits' : 'open'
}
