import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import { addObjective, part, readDocument, setField } from '../index.js'

function objective() {
  const doc = replica(1)
  const id = addObjective(doc, countingIds('o'))
  const fields = part(doc, 'objectives', id, 'fields')!
  const answer = (value: readonly string[] | null) => setField(doc, 'objectives', id, 'targets', value)
  const read = () => readDocument('objectives', doc).objectives[0]!.fields.targets
  return { fields, answer, read }
}

function refusedField(act: () => void): unknown {
  try {
    act()
    return null
  } catch (error) {
    return (error as { args: { field: unknown } }).args.field
  }
}

describe('codes of targets and indicators', () => {
  test('[DOC-62] are taken exactly as the list has them', () => {
    const { answer, read } = objective()
    answer(['6.1', '6.1.1', '1.a'])
    expect(read()).toEqual(['1.a', '6.1', '6.1.1'])
    for (const code of ['6', '6.9', '6.1.2', '11.c.1', '6.1.', ' 6.1', '6.01', '1.A', '', 'water'])
      expect(refusedField(() => answer([code]))).toBe('targets')
    expect(read()).toEqual(['1.a', '6.1', '6.1.1'])
  })

  test('[DOC-62] an unknown one in an old document is read, stays when others are added, and can be taken out but not put back', () => {
    const { fields, answer, read } = objective()
    fields.set('targets', ['6.1', '1.a.3', 'x\ny', 7])
    expect(read()).toEqual(['1.a.3', '6.1'])
    answer(['6.1', '1.a.3', '6.2'])
    expect(read()).toEqual(['1.a.3', '6.1', '6.2'])
    answer(['6.1'])
    expect(() => answer(['6.1', '1.a.3'])).toThrow()
  })
})
