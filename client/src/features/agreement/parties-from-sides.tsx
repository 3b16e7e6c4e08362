import type { Clause } from '@roundtable/shared/document'
import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { randomId } from '../../lib/random-id.js'
import { request } from '../../lib/request.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { useOpenDocument } from '../document/index.js'
import { partKey } from '../workspace/index.js'
import { fillParties, takeBackParties, type AddedParties } from './fill-parties.js'

/** Fills the table of parties from who sits here; what is there already stays as it is. */
export function PartiesFromSides({ clause }: { readonly clause: Clause }) {
  const { t } = useText()
  const { doc, view } = useOpenDocument()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [takenBack, setTakenBack] = useState<{ readonly n: number; readonly kept: number } | null>(null)
  const fill = useMutation({
    mutationFn: async () => {
      const queryFn = () => request('listPeople', { id: view.workspaceId })
      const { members } = await client.fetchQuery({ queryKey: partKey(view.workspaceId, 'people'), queryFn })
      return fillParties(doc, clause, members, { newId: randomId })
    },
    onSuccess: ({ rows }) => {
      setTakenBack(null)
      announce(t('parties.added', { n: rows.length }))
    }
  })

  function takeBack(added: AddedParties) {
    const n = takeBackParties(doc, added)
    const taken = { n, kept: added.rows.length - n }
    setTakenBack(taken)
    fill.reset()
    announce(t('parties.takenBack', taken))
  }

  return (
    <div className="stack stack--tight no-print">
      <div className="row">
        <Button icon="plus" isPending={fill.isPending} onPress={() => fill.mutate()}>
          {t('parties.fill')}
        </Button>
      </div>
      <p className="field__hint">
        {fill.isSuccess
          ? t('parties.added', { n: fill.data.rows.length })
          : takenBack !== null
            ? t('parties.takenBack', takenBack)
            : t('parties.hint')}
      </p>
      {fill.isSuccess && fill.data.rows.length > 0 && (
        <div className="row">
          <Button look="link" onPress={() => takeBack(fill.data)}>
            {t('parties.takeBack')}
          </Button>
        </div>
      )}
      <FormProblem error={fill.error} />
    </div>
  )
}
