import { addClause, CLAUSES, type Clause } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { Menu, MenuItem } from '../../ui/menu.js'
import { useOpenDocument } from '../document/index.js'
import { clauseTitle } from './clause-words.js'

interface AddClauseProps {
  readonly clauses: readonly Clause[]
  readonly onAdded: (id: string) => void
}

/** A clause in one's own words, and those of the catalogue that the agreement does not have yet. */
export function AddClause({ clauses, onAdded }: AddClauseProps) {
  const text = useText()
  const { doc } = useOpenDocument()
  const missing = CLAUSES.filter(({ code }) => !clauses.some((clause) => clause.code === code))
  const add = (code: string) => onAdded(addClause(doc, { newId: randomId }, { code }))
  return (
    <div className="row no-print">
      <Menu label={text.t('agreement.add')} face={text.t('agreement.add')} icon="plus">
        <MenuItem onAction={() => add('own')}>{text.t('agreement.addOwn')}</MenuItem>
        {missing.map(({ code }) => (
          <MenuItem key={code} onAction={() => add(code)}>
            {clauseTitle({ code, heading: '' }, text)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
