import { screen, waitFor, within } from '@testing-library/react'
import { Refusal, SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import { Guidance } from './guidance.js'
import { TemplateLine } from './template-line.js'
import { WithGuidance } from './with-guidance.js'

const ID = '01999999-0000-7000-8000-000000000001'
const DOOR = `/api/documents/${ID}/template`
const shipped = { id: 'roundtable', version: '1.0.0', language: 'en', name: 'Roundtable' }
const office = { id: 'office', version: '2.0.0', language: 'ky', name: 'Office' }
const newer = { ...office, changes: null }
const CHANGES = `GET ${DOOR}?changes=1`
const changed = { template: shipped, guidance: {}, newer: { ...office, changes: { adds: ['C03'], rewords: ['C02'] } } }

const show = (canEdit: boolean) =>
  showPage(
    <>
      <TemplateLine documentId={ID} kind="agreement" canEdit={canEdit} />
      <WithGuidance documentId={ID}>
        <Guidance question="C02" asks="The shipped words" principles={['P03']} paragraphs={[39]} />
      </WithGuidance>
    </>,
    { route: '/', at: '/' }
  )

describe('the template of a document', () => {
  it('[TMPL-7] [UI-296] is said by name and version; a newer one is offered to whoever may write, with what it would change, and nothing happens unasked', async () => {
    let has: object = { template: shipped, guidance: {}, newer }
    const moved = { template: office, guidance: { C02: { asks: 'What for?', principles: ['P04'], paragraphs: [22] } }, newer: null }
    const answers = new SetAnswers({
      [`GET ${DOOR}`]: () => has,
      [CHANGES]: changed,
      [`POST ${DOOR}`]: () => {
        has = moved
        return moved
      }
    })
    const user = await show(true)
    expect(await screen.findByText('Template Roundtable, version 1.0.0')).toBeTruthy()
    expect(answers.asked.map(({ operation }) => operation)).toEqual([`GET ${DOOR}`])
    await user.click(screen.getByRole('button', { name: /A newer one is there: Office, 2.0.0/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByText('Shared goal')
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Words and a plain summary', 'Shared goal'])
    await user.click(dialog.getByRole('button', { name: 'Leave it as it is' }))
    expect(answers.acts).toEqual([])
    await user.click(screen.getByRole('button', { name: /A newer one/ }))
    await user.click(await screen.findByRole('button', { name: 'Move the document' }))
    const line = await screen.findByText('Template Office, version 2.0.0')
    await waitFor(() => expect(document.activeElement).toBe(line))
    expect(answers.acts).toEqual([{ operation: `POST ${DOOR}`, body: { template: 'office', version: '2.0.0' }, key: null }])
    expect([screen.queryByRole('button', { name: /A newer one/ }), spoken()]).toEqual([
      null,
      'The document has the template Office, 2.0.0.'
    ])
  })

  it('[TMPL-7] offers nothing to whoever reads', async () => {
    new SetAnswers({ [`GET ${DOOR}`]: { template: shipped, guidance: {}, newer } })
    await show(false)
    expect(await screen.findByText('Template Roundtable, version 1.0.0')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[TMPL-7] tries again by itself, twice, when somebody wrote meanwhile, and then says why a move was refused', async () => {
    const answers = new SetAnswers({
      [`GET ${DOOR}`]: { template: shipped, guidance: {}, newer },
      [CHANGES]: changed,
      [`POST ${DOOR}`]: new Refusal(409, 'changed_meanwhile')
    })
    const user = await show(true)
    await user.click(await screen.findByRole('button', { name: /A newer one/ }))
    await user.click(await screen.findByRole('button', { name: 'Move the document' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/meanwhile/)
    expect(answers.acts).toHaveLength(3)
  })

  it('[TMPL-7] says that what would change could not be read, and reads it again when asked; until then nothing can be moved', async () => {
    let answer: unknown = new Refusal(404, 'not_found')
    new SetAnswers({ [`GET ${DOOR}`]: { template: shipped, guidance: {}, newer }, [CHANGES]: () => answer })
    const user = await show(true)
    await user.click(await screen.findByRole('button', { name: /A newer one/ }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Move the document' })).toBeNull()
    answer = changed
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: 'Move the document' })).toBeTruthy()
  })

  it('[TMPL-8] its own words stand beside a question, marked with their language; else the shipped ones', async () => {
    new SetAnswers({ [`GET ${DOOR}`]: { template: office, guidance: { C02: { asks: 'Эмне үчүн?', paragraphs: [22] } }, newer: null } })
    await show(false)
    expect((await screen.findByText('Эмне үчүн?')).lang).toBe('ky')
    expect(screen.queryByText('The shipped words')).toBeNull()
    expect(screen.getByRole('note', { name: /^¶22/ })).toBeTruthy()
    expect(screen.getByText(/^Serves: /)).toBeTruthy()
  })

  it('[TMPL-8] a template that does not come leaves the shipped words', async () => {
    new SetAnswers({})
    await show(true)
    expect((await screen.findByText('The shipped words')).lang).toBe('')
    expect(screen.getByRole('note', { name: /^¶39/ })).toBeTruthy()
  })
})
