import type { Clause } from '@roundtable/shared/document'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { randomId } from '../../lib/random-id.js'
import { request } from '../../lib/request.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { useOpenDocument } from '../document/index.js'
import { partKey } from '../workspace/index.js'
import { fillParties } from './fill-parties.js'

/** Fills the table of parties from who sits here; what is there already stays as it is. */
export function PartiesFromSides({ clause }: { readonly clause: Clause }) {
  const { t } = useText()
  const { doc, view } = useOpenDocument()
  const client = useQueryClient()
  const announce = useAnnounce()
  const fill = useMutation({
    mutationFn: async () => {
      const queryFn = () => request('listPeople', { id: view.workspaceId })
      const { members } = await client.fetchQuery({ queryKey: partKey(view.workspaceId, 'people'), queryFn })
      return fillParties(doc, clause, members, { newId: randomId })
    },
    onSuccess: (n) => announce(t('parties.added', { n }))
  })
  return (
    <div className="stack stack--tight no-print">
      <div className="row">
        <Button icon="plus" isPending={fill.isPending} onPress={() => fill.mutate()}>
          {t('parties.fill')}
        </Button>
      </div>
      <p className="field__hint">{fill.isSuccess ? t('parties.added', { n: fill.data }) : t('parties.hint')}</p>
      <FormProblem error={fill.error} />
    </div>
  )
}
