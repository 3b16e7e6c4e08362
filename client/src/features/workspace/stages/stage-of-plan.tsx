import type { Stage } from '@roundtable/shared/framework'
import { chunk, useChunk } from '../../../lib/chunk.js'
import { addWords } from '../../../locales/catalogue.js'
import { useText } from '../../../locales/use-text.js'
import { PartMissing } from '../../../ui/part-missing.js'
import { Waiting } from '../../../ui/waiting.js'

const sides = chunk(async () => {
  const [{ StageSides }] = await Promise.all([import('./stage-sides.js'), addWords(import('../../../locales/parts/sides.js'))])
  return { StageSides }
})

/** Who leads a plan's stage and who takes part: fetched beside the plan, which does not wait for it. */
export function StageOfPlan({ workspaceId, stage }: { readonly workspaceId: string; readonly stage: Stage }) {
  const { t } = useText()
  const { value, isMissing, isFetching } = useChunk(sides)
  if (isMissing) return <PartMissing sentence={t('document.partMissing')} isFetching={isFetching} onRetry={sides.load} />
  return value ? <value.StageSides workspaceId={workspaceId} stage={stage} /> : <Waiting>{t('document.partLoading')}</Waiting>
}
