import type { ReadStep } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { nextStep } from './is-locked.js'
import { usePassStep } from './set-up.js'

/** A page that is only read is done when its reader goes on. */
export function GoOn({ step }: { readonly step: ReadStep }) {
  const { t } = useText()
  const navigate = useNavigate()
  const pass = usePassStep()
  return (
    <>
      <FormProblem error={pass.error} />
      <div className="row">
        <Button
          look="primary"
          isPending={pass.isPending}
          onPress={() => pass.mutate(step, { onSuccess: (view) => void navigate(`/setup/${nextStep(view) ?? ''}`) })}
        >
          {t('setUp.goOn')}
        </Button>
      </div>
    </>
  )
}
