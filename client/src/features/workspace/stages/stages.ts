import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Modality, Stage } from '@roundtable/shared/framework'
import type { SaidEngagement, StagePart, StagesView } from '@roundtable/shared/protocol'
import type { MessageKey } from '../../../locales/catalogue.js'
import { request } from '../../../lib/request.js'
import { keepPart, partKey } from '../workspace.js'

export type StageRow = StagesView['stages'][number]
export type SidePart = StageRow['parts'][number]
export type SaidOfEngagement = NonNullable<SidePart['degreeAndQuality']>

/** What is being said, and of which stage. */
export interface Edited {
  readonly stage: Stage
  readonly what: 'part' | 'engagement'
}

/** Another side has spoken of the stage, in one of the two ways, and one's own has not. */
export function waitsForMine({ parts }: StageRow): boolean {
  const mine = parts.find(({ isMine }) => isMine)
  if (!mine) return false
  return (['answer', 'degreeAndQuality'] as const).some((said) => mine[said] === null && parts.some((part) => part[said] !== null))
}

export function stagesQuery(id: string) {
  return queryOptions({ queryKey: partKey(id, 'stages'), queryFn: () => request('getStages', { id }) })
}

export function useSayStagePart(id: string) {
  return useSaying(id, (body: StagePart) => request('sayStagePart', { id, body }))
}

export function useSayEngagement(id: string) {
  return useSaying(id, (body: SaidEngagement) => request('sayEngagement', { id, body }))
}

function useSaying<Body>(id: string, say: (body: Body) => Promise<StagesView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: say,
    onSuccess: (view) => keepPart(client, id, 'stages', view),
    // Refused: what another of the side wrote meanwhile is to be seen before it is overwritten.
    onError: () => client.invalidateQueries({ queryKey: partKey(id, 'stages') })
  })
}

/** The column of Table 1 that a modality reads: one for civic action, one where citizens lead or decide together, one where others lead. */
export function exampleKey(modality: Modality, stage: Stage): MessageKey {
  switch (modality) {
    case 'M1':
      return 'tableOne.M1'
    case 'M0':
    case 'M2':
    case 'M3':
      return `tableOne.civic.${stage}`
    case 'M4':
    case 'M5':
      return `tableOne.led.${stage}`
  }
}
