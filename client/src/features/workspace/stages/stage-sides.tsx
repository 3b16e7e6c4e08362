import { useQuery } from '@tanstack/react-query'
import type { Stage } from '@roundtable/shared/framework'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { QueryState } from '../../../ui/query-state.js'
import { SidePartWords } from './side-part.js'
import { stagesQuery } from './stages.js'

interface StageSidesProps {
  readonly workspaceId: string
  readonly stage: Stage
}

/** Who leads and who takes part at one stage, to read: it is said in one place, the page of all stages. */
export function StageSides({ workspaceId, stage }: StageSidesProps) {
  const { t } = useText()
  const query = useQuery(stagesQuery(workspaceId))
  return (
    <section className="section stack" aria-labelledby="stage-sides">
      <h2 id="stage-sides">{t('stages.inPlan')}</h2>
      <p className="prose">{t('stages.inPlanLead')}</p>
      <QueryState query={query} waitingFor={t('stages.loading')}>
        {(view) => (
          <div className="voices">
            {view.stages
              .find((row) => row.stage === stage)
              ?.parts.map((part) => (
                <section key={part.side} className="voice" data-side={part.side} aria-label={t(`sideTitle.${part.side}`)}>
                  <h3 className="seats__side">{t(`sideTitle.${part.side}`)}</h3>
                  <SidePartWords stage={stage} part={part} onEdit={null} />
                </section>
              ))}
          </div>
        )}
      </QueryState>
      <p>
        <Link to={`/initiatives/${workspaceId}/stages`} look="alone">
          {t('stages.inPlanChange')}
        </Link>
      </p>
    </section>
  )
}
