import {
  askForLink,
  askForParagraph,
  choose,
  find,
  inBar,
  openFormats,
  press,
  sharePart,
  withSelected,
  type Opening
} from './open-overlay.js'
import type { Screen } from './screens.js'

/** What opens over a screen: a menu, a dialog, a popover. A new one is one line here. */
export interface Overlay extends Omit<Screen, 'prepare'> {
  readonly open: Opening
}

const LAST = -1
const ENTRY_MENU = '.entry__handles button[aria-haspopup]'
const ACCOUNT = '.shell__tools button[aria-haspopup]:last-child'
const SEAT_MENU = '.member button[aria-haspopup]'
/** In the sample roadmap the third task is taken on, and nobody was asked for the fourth. */
const TAKEN = ':nth-match(.standing, 3)'
const FREE = ':nth-match(.standing, 4)'

export const OVERLAYS: readonly Overlay[] = [
  { name: 'finder', at: '/initiatives', person: 'statistician', open: find('water') },
  { name: 'finder with nothing found', at: '/initiatives', person: 'statistician', open: find('zzzz') },
  {
    name: 'help',
    at: '/initiatives',
    person: 'statistician',
    open: press('.shell__tools button[aria-keyshortcuts="F1"]')
  },
  {
    name: 'how it is looked at',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: inBar('.document__tools button[aria-haspopup="true"]')
  },
  { name: 'a task’s menu', at: '/documents/{roadmap}', person: 'statistician', open: press(ENTRY_MENU) },
  { name: 'moving a task', at: '/documents/{roadmap}', person: 'statistician', open: choose(ENTRY_MENU, -2) },
  { name: 'what is selected', at: '/documents/{roadmap}', person: 'statistician', open: withSelected() },
  { name: 'changing many tasks', at: '/documents/{roadmap}', person: 'statistician', open: withSelected(0) },
  { name: 'moving many tasks', at: '/documents/{roadmap}', person: 'statistician', open: withSelected(1) },
  { name: 'removing many tasks', at: '/documents/{roadmap}', person: 'statistician', open: withSelected(2) },
  { name: 'asking somebody', at: '/documents/{roadmap}', person: 'statistician', open: press(`${FREE} > .row > button:last-of-type`) },
  {
    name: 'how far a task is',
    at: '/documents/{roadmap}',
    person: 'statistician',
    open: press(`${TAKEN} > .row > button:nth-last-of-type(2)`)
  },
  {
    name: 'whether a task is done',
    at: '/documents/{roadmap}',
    person: 'statistician',
    open: press(`${TAKEN} > .row > button:last-of-type`)
  },
  { name: 'stepping back', at: '/documents/{roadmap}', person: 'statistician', open: press(`${TAKEN} .standing__line .button`) },
  {
    name: 'style of a text',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: openFormats('.format-bar > button[aria-haspopup]')
  },
  {
    name: 'a table in a text',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: openFormats('.format-bar__group button[aria-haspopup]')
  },
  {
    name: 'direction of a text',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: openFormats('.format-bar > button:last-of-type')
  },
  { name: 'a link in a text', at: '/documents/{objectives}', person: 'statistician', open: askForLink },
  { name: 'a paragraph of the Framework', at: '/documents/{objectives}', person: 'statistician', open: askForParagraph },
  {
    name: 'a newer template',
    at: '/documents/{agreement}?newer={template}',
    person: 'statistician',
    open: press('.row.caption > .no-print > .button--link')
  },
  { name: 'sharing what is kept', at: '/documents/{plain}', person: 'citizen', open: press('.banner .button') },
  { name: 'sharing parts of it', at: '/documents/{kept}', person: 'statistician', open: sharePart },
  {
    name: 'taking a proposal back',
    at: '/initiatives/{workspace}/modality?made={proposal}',
    person: 'statistician',
    open: press('.page .button--danger')
  },
  { name: 'language and colours', at: '/sign-in', person: 'nobody', open: press('.shell__tools button[aria-haspopup]') },
  { name: 'account', at: '/initiatives', person: 'citizen', open: press(ACCOUNT) },
  { name: 'signing out', at: '/initiatives', person: 'citizen', open: choose(ACCOUNT, LAST) },
  {
    name: 'who is here',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: inBar('.document__bar button.people, .document__bar .people')
  },
  { name: 'an entry’s menu', at: '/documents/{objectives}', person: 'statistician', open: press(ENTRY_MENU) },
  { name: 'removing an entry', at: '/documents/{objectives}', person: 'statistician', open: choose(ENTRY_MENU, LAST) },
  { name: 'adding a clause', at: '/documents/{agreement}', person: 'statistician', open: press('.agreement__list button[aria-haspopup]') },
  {
    name: 'adding a document',
    at: '/initiatives/{workspace}',
    person: 'statistician',
    open: press('.page section:has(.documents) .button')
  },
  {
    name: 'another engagement',
    at: '/initiatives/{workspace}/stages',
    person: 'statistician',
    open: press('.stages__mine .button, .stages-list .button:not(.button--link)')
  },
  { name: 'a seat’s menu', at: '/initiatives/{workspace}/people', person: 'statistician', open: press(SEAT_MENU) },
  { name: 'ending a seat', at: '/initiatives/{workspace}/people', person: 'statistician', open: choose(SEAT_MENU, LAST) },
  { name: 'one’s mandate', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.card .button:nth-of-type(2)') },
  {
    name: 'withdrawing an invitation',
    at: '/initiatives/{workspace}/invitations?made={invitation}',
    person: 'statistician',
    open: press('.invitation .button')
  },
  {
    name: 'how delegates were chosen',
    at: '/initiatives/{workspace}/people',
    person: 'citizen',
    open: press('#protocols-title ~ .row .button')
  },
  { name: 'one’s name', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.card .button') },
  { name: 'leaving', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.card .button--danger') },
  { name: 'countries', at: '/open', person: 'citizen', open: press('.combo button') },
  { name: 'a menu', at: '/gallery', person: 'nobody', open: press('.specimens button[aria-haspopup="true"]') },
  { name: 'something to read', at: '/gallery', person: 'nobody', open: press('[data-overlay="dialog"] .button') },
  { name: 'a calendar', at: '/gallery', person: 'nobody', open: press('.day-field button') },
  { name: 'a question', at: '/gallery', person: 'nobody', open: press('[data-overlay="alert"] .button') },
  { name: 'a refused form', at: '/gallery', person: 'nobody', open: press('[data-overlay="form"] .button') },
  { name: 'an act with a reason', at: '/gallery', person: 'nobody', open: press('[data-overlay="reason"] .button') }
]
