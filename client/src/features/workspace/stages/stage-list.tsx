import { useText } from '../../../locales/use-text.js'
import { SidePartWords } from './side-part.js'
import { StageName } from './stage-name.js'
import { StageExample, type StageLayoutProps } from './stage-table.js'

export function StageList({ stages, modality, onEdit }: StageLayoutProps) {
  const { t } = useText()
  return (
    <ol className="stages-list">
      {stages.map((row) => (
        <li key={row.stage} className="stack stack--tight">
          <h2>
            <StageName row={row} />
          </h2>
          <StageExample row={row} modality={modality} />
          {row.parts.map((part) => (
            <section key={part.side} className={part.isMine ? 'stages-list__side stages__mine' : 'stages-list__side'}>
              <h3 className="seats__side">{t(`sideTitle.${part.side}`)}</h3>
              <SidePartWords stage={row.stage} part={part} onEdit={onEdit && ((what) => onEdit({ stage: row.stage, what }))} />
            </section>
          ))}
        </li>
      ))}
    </ol>
  )
}
