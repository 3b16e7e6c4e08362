import type { Page } from 'playwright-core'
import type { SamplePerson } from '@roundtable/shared/protocol'

/** A screen that is looked at. A new page is one line here: `screens.test.ts` fails for a route that has none. */
export interface Screen {
  readonly name: string
  /**
   * Its address, with what `Cast` puts in: `{workspace}`, `{roadmap}` for the document of a kind, `{C21}` for a clause,
   * and what it makes: `{invitation}`, `{template}` (the version of a newer one), `{kept}` (a document) and `{proposal}`.
   */
  readonly at: string
  readonly person: 'nobody' | Extract<SamplePerson, 'statistician' | 'citizen'>
  /** What is done before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
}

const pressMain = (page: Page) => page.locator('.page .button--primary').last().click()
const sayEngagement = (page: Page) => page.locator('.stages__mine .button').nth(1).click()
const showDetails = (page: Page) => page.locator('.entry button[aria-expanded="false"]:not([aria-haspopup])').first().click()
const sampleShown = (page: Page) => page.locator('.sample').waitFor()
const askWhy = (page: Page) => page.locator('.why .button--link').first().click()

export const SCREENS: readonly Screen[] = [
  { name: 'sign in', at: '/sign-in', person: 'nobody', prepare: sampleShown },
  { name: 'recover', at: '/recover', person: 'nobody' },
  { name: 'initiatives', at: '/initiatives', person: 'statistician' },
  { name: 'my work', at: '/my-work', person: 'statistician' },
  { name: 'initiative', at: '/initiatives/{workspace}', person: 'citizen' },
  { name: 'initiative with a reason', at: '/initiatives/{workspace}', person: 'statistician', prepare: askWhy },
  { name: 'agreements', at: '/agreements', person: 'statistician' },
  { name: 'roadmaps', at: '/roadmaps', person: 'statistician' },
  { name: 'open', at: '/open', person: 'citizen' },
  { name: 'open refused', at: '/open', person: 'statistician', prepare: pressMain },
  { name: 'questions', at: '/initiatives/{workspace}/definition', person: 'statistician' },
  { name: 'question', at: '/initiatives/{workspace}/definition/Q3', person: 'statistician' },
  { name: 'question to read', at: '/initiatives/{workspace}/definition/Q3', person: 'citizen' },
  { name: 'answers', at: '/initiatives/{workspace}/definition/result', person: 'statistician' },
  { name: 'modality', at: '/initiatives/{workspace}/modality', person: 'statistician' },
  { name: 'modality to read', at: '/initiatives/{workspace}/modality', person: 'citizen' },
  { name: 'stages', at: '/initiatives/{workspace}/stages', person: 'statistician' },
  { name: 'engagement form', at: '/initiatives/{workspace}/stages', person: 'statistician', prepare: sayEngagement },
  { name: 'principles of all sides', at: '/initiatives/{workspace}/principles', person: 'citizen' },
  { name: 'principles before all have filed', at: '/initiatives/{workspace}/principles', person: 'statistician' },
  { name: 'open answers', at: '/initiatives/{workspace}/open', person: 'statistician' },
  { name: 'profile', at: '/initiatives/{workspace}/profile', person: 'statistician' },
  { name: 'profile form', at: '/initiatives/{workspace}/profile', person: 'statistician', prepare: pressMain },
  { name: 'people', at: '/initiatives/{workspace}/people', person: 'statistician' },
  { name: 'people to read', at: '/initiatives/{workspace}/people', person: 'citizen' },
  { name: 'invitations', at: '/initiatives/{workspace}/invitations', person: 'statistician', prepare: pressMain },
  { name: 'invitations to read', at: '/initiatives/{workspace}/invitations', person: 'citizen' },
  { name: 'join', at: '/join', person: 'nobody', prepare: pressMain },
  { name: 'join as an observer', at: '/join/{invitation}', person: 'nobody' },
  { name: 'join nowhere', at: '/join/ABCDEFGH', person: 'nobody' },
  { name: 'objectives', at: '/documents/{objectives}', person: 'statistician' },
  { name: 'agreement', at: '/documents/{agreement}', person: 'statistician' },
  { name: 'clause', at: '/documents/{agreement}?clause={C21}', person: 'statistician' },
  { name: 'clause to read', at: '/documents/{agreement}?clause={C21}', person: 'citizen' },
  { name: 'clause with a table', at: '/documents/{agreement}?clause={C04}', person: 'statistician' },
  { name: 'clause with a table to read', at: '/documents/{agreement}?clause={C04}', person: 'citizen' },
  { name: 'agreement as text', at: '/documents/{agreement}?as=text', person: 'statistician' },
  { name: 'plan', at: '/documents/{plan}?question=consent', person: 'statistician' },
  { name: 'plan with a table', at: '/documents/{plan}?question=resources', person: 'statistician' },
  { name: 'principles', at: '/documents/{principles}?question=P03', person: 'statistician' },
  { name: 'principles to read', at: '/documents/{principles}?question=P08', person: 'citizen' },
  { name: 'roadmap', at: '/documents/{roadmap}', person: 'statistician', prepare: showDetails },
  { name: 'roadmap as a table', at: '/documents/{roadmap}?show=table', person: 'statistician' },
  { name: 'roadmap in columns', at: '/documents/{roadmap}?show=columns', person: 'statistician' },
  { name: 'roadmap to read', at: '/documents/{roadmap}', person: 'citizen', prepare: showDetails },
  { name: 'recovered', at: '/recovered', person: 'citizen' },
  { name: 'sessions', at: '/sessions', person: 'statistician' },
  { name: 'set up, closed', at: '/setup', person: 'nobody' },
  { name: 'health, for operators', at: '/health', person: 'statistician' },
  { name: 'nothing here', at: '/initiatives/nothing', person: 'statistician' },
  { name: 'gallery', at: '/gallery', person: 'nobody' },
  { name: 'no such page', at: '/nowhere', person: 'nobody' }
]
