import { SIDES, type Modality } from '@roundtable/shared/framework'
import { useText } from '../../../locales/use-text.js'
import { Disclosure } from '../../../ui/disclosure.js'
import { SidePartWords } from './side-part.js'
import { StageName } from './stage-name.js'
import { exampleKey, type Edited, type StageRow } from './stages.js'

export interface StageLayoutProps {
  readonly stages: readonly StageRow[]
  readonly modality: Modality
  readonly onEdit: ((edited: Edited) => void) | null
}

export function StageTable({ stages, modality, onEdit }: StageLayoutProps) {
  const { t } = useText()
  return (
    <table className="stages">
      <thead>
        <tr>
          <th scope="col">{t('stages.stage')}</th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {t(`sideTitle.${side}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map((row) => (
          <tr key={row.stage}>
            <th scope="row">
              <StageName row={row} />
              <StageExample row={row} modality={modality} />
            </th>
            {SIDES.map((side) => {
              const part = row.parts.find((one) => one.side === side)
              return (
                <td key={side} className={part?.isMine ? 'stages__mine' : undefined}>
                  {part && (
                    <SidePartWords stage={row.stage} part={part} onEdit={onEdit && ((what) => onEdit({ stage: row.stage, what }))} />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the Framework itself has in this place of its table. */
export function StageExample({ row, modality }: { readonly row: StageRow; readonly modality: Modality }) {
  const { t } = useText()
  return (
    <div className="caption">
      <Disclosure label={t('stages.example')}>{t('stages.exampleText', { example: t(exampleKey(modality, row.stage)) })}</Disclosure>
    </div>
  )
}
