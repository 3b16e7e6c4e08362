import * as Y from 'yjs'
import { OwnWords } from './own-words.js'

/** Two replicas of a document with one entry `one` that holds a text. */
function twoPeople() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  const entry = new Y.Map<unknown>([['text', new Y.Text('before ')]])
  mine.getMap('clauses').set('one', entry)
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  const lost: (readonly string[])[] = []
  new OwnWords(mine, 'clauses', (texts) => lost.push(texts))
  const textOf = (doc: Y.Doc) => (doc.getMap('clauses').get('one') as Y.Map<unknown>).get('text') as Y.Text
  return { mine, theirs, lost, textOf, meet: () => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs)) }
}

describe('own words in an entry', () => {
  it('[SAVE-13] are handed back when somebody else removes the entry', () => {
    const { mine, theirs, lost, textOf, meet } = twoPeople()
    for (const [index, letter] of [...'my words'].entries()) textOf(mine).insert(7 + index, letter)
    textOf(mine).delete(7, 3)
    theirs.getMap('clauses').delete('one')
    meet()
    expect(lost).toEqual([['words']])
  })

  it('[SAVE-13] are not handed back when their writer removes it, nor is what others had written', () => {
    const { theirs, lost, textOf, meet } = twoPeople()
    textOf(theirs).insert(0, 'theirs ')
    meet()
    theirs.getMap('clauses').delete('one')
    meet()
    expect(lost).toEqual([])

    const other = twoPeople()
    other.textOf(other.mine).insert(0, 'mine ')
    other.mine.getMap('clauses').delete('one')
    expect(other.lost).toEqual([])
  })

  it('[SAVE-13] are whole after any number of keystrokes', () => {
    const { mine, theirs, lost, textOf, meet } = twoPeople()
    for (let index = 0; index < 1200; index++) textOf(mine).insert(7 + index, 'x')
    theirs.getMap('clauses').delete('one')
    meet()
    expect(lost).toEqual([['x'.repeat(1200)]])
  })

  it('[SAVE-13] hold what an entry was made with, each its own, also when many are made at once', () => {
    const { mine, theirs, lost, meet } = twoPeople()
    mine.transact(() => {
      for (const id of ['two', 'three']) mine.getMap('clauses').set(id, new Y.Map<unknown>([['title', new Y.Text(`Title ${id}`)]]))
    })
    const title = (mine.getMap('clauses').get('two') as Y.Map<unknown>).get('title') as Y.Text
    title.insert(title.length, ' and more')
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    theirs.getMap('clauses').delete('two')
    meet()
    expect(lost).toEqual([['Title two', ' and more']])
  })
})
