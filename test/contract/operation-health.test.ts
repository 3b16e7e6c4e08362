import { healthViewSchema } from '@roundtable/shared/protocol'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { OperatorStore, PersonService } from '../../server/src/identity/index.js'
import type { Config } from '../../server/src/config/index.js'
import { BackupScene, withPool } from '../support/backup-scene.js'
import { CookieBrowser } from '../support/cookie-browser.js'
import { migratedDatabase } from '../support/migrated-database.js'
import { TestServer } from '../support/server.js'

/** Nobody listens there; a port that was free a moment ago may be somebody's by now. */
const NOBODYS_PORT = 1
const PASSWORD = 'seven herons crossing'

async function signedIn(server: TestServer, handle: string): Promise<CookieBrowser> {
  await server.app.nest.get(PersonService).createPerson({ handle, name: handle, password: PASSWORD })
  const browser = new CookieBrowser(server.url)
  await browser.call('signIn', { email: handle, password: PASSWORD })
  return browser
}
async function operator(server: TestServer): Promise<CookieBrowser> {
  const browser = await signedIn(server, 'asel')
  await server.app.nest.get(OperatorStore).grant('asel')
  return browser
}
async function rowsSeen(browser: CookieBrowser): Promise<Record<string, string>> {
  const { body, status } = await browser.call('getHealth')
  expect(status).toBe(200)
  return Object.fromEntries(healthViewSchema.parse(body).rows.map(({ check, finding }) => [check, finding]))
}

/** A mail server that takes mails as it is told, and a server of ours that names it. */
async function withPost(
  options: SMTPServerOptions,
  run: (server: TestServer, mails: string[]) => Promise<void>,
  login = ''
): Promise<void> {
  const mails: string[] = []
  const post = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, _session, done) => {
      let mail = ''
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()))
      stream.on('end', () => {
        mails.push(mail)
        done()
      })
    },
    ...options
  })
  post.on('error', () => undefined) // a client that goes away is what some of these tests are about
  await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', resolve))
  const { port } = post.server.address() as AddressInfo
  await withServer({ smtpUrl: `smtp://${login}127.0.0.1:${port}?from=post@roundtable.example` }, (server) => run(server, mails))
  await new Promise<void>((resolve) => post.close(resolve))
}
async function withOneRole(run: (server: TestServer) => Promise<void>): Promise<void> {
  const database = await migratedDatabase()
  const server = await TestServer.start({}, { ...database, appUrl: database.ownerUrl })
  try {
    await run(server)
  } finally {
    await server.close()
  }
}
async function withServer(config: Partial<Config>, run: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await TestServer.start(config)
  try {
    await run(server)
  } finally {
    await server.close()
  }
}

describe('the mail that is tried', () => {
  it('[OPS-25] is sent, says nothing but that mail works, and after three there is a wait', async () => {
    await withPost({}, async (server, mails) => {
      const asel = await operator(server)
      const send = () => asel.call('sendTestMail', { to: 'asel@example.org' })
      expect((await send()).body).toEqual({ outcome: 'taken' })
      expect(mails[0]).toContain('Subject: Roundtable can send mail')
      expect((await asel.call('getSetUp')).body.mail).toMatchObject({ from: 'post@roundtable.example' })
      expect(await rowsSeen(asel)).toMatchObject({ mail: 'answers' })
      await send()
      await send()
      const fourth = await send()
      expect([fourth.status, fourth.body.code, mails.length]).toEqual([429, 'too_many_requests', 3])
    })
  })

  it('[OPS-25] what the mail server refuses is told: the login, which stands in no answer, and the address', async () => {
    const refuseLogin: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no'))
    }
    await withPost(
      refuseLogin,
      async (server) => {
        const asel = await operator(server)
        expect((await asel.call('sendTestMail', { to: 'asel@example.org' })).body).toEqual({ outcome: 'login_refused' })
        expect(await rowsSeen(asel)).toMatchObject({ mail: 'login_refused' })
        for (const name of ['getSetUp', 'getHealth'] as const) expect((await asel.call(name)).whole).not.toContain('hunter-two')
      },
      'post:hunter-two@'
    )
    await withPost({ onRcptTo: (_address, _session, done) => done(new Error('nobody here')) }, async (server) => {
      const asel = await operator(server)
      expect((await asel.call('sendTestMail', { to: 'asel@example.org' })).body).toEqual({ outcome: 'address_refused' })
    })
  })

  it('[OPS-25] a mail server that is not there is told, and where none is named there is nothing to try', async () => {
    await withServer({ smtpUrl: `smtp://127.0.0.1:${NOBODYS_PORT}` }, async (server) => {
      const asel = await operator(server)
      expect((await asel.call('sendTestMail', { to: 'asel@example.org' })).body).toEqual({ outcome: 'unreachable' })
      expect(await rowsSeen(asel)).toMatchObject({ mail: 'unreachable' })
    })
    await withServer({}, async (server) => {
      const asel = await operator(server)
      expect((await asel.call('sendTestMail', { to: 'asel@example.org' })).status).toBe(404)
      expect((await asel.call('getSetUp')).body.mail).toBeNull()
    })
  })
})

describe('the health page', () => {
  it('[OPS-27] answers operators alone: others find nothing, and whoever is signed out is asked to sign in', async () => {
    await withServer({}, async (server) => {
      const [asel, noor] = [await operator(server), await signedIn(server, 'noor')]
      const [absent, refused] = [await noor.send('get', '/api/operation/nothing'), await noor.call('getHealth')]
      expect([refused.status, refused.body.code]).toEqual([absent.status, absent.body.code])
      expect((await new CookieBrowser(server.url).call('getHealth')).status).toBe(401)
      const { whole } = await asel.call('getHealth')
      for (const word of ['asel', 'noor', server.database.name]) expect(whole).not.toContain(word)
      expect(await rowsSeen(asel)).toMatchObject({ nodes: 'single', mail: 'none', address: 'thisMachine', queue: 'empty', version: 'is' })
    })
  })

  it('[OPS-27] looks at the certificate of a public address, and says when it cannot', async () => {
    await withServer({ publicUrl: `https://[::ffff:7f00:1]:${NOBODYS_PORT}` }, async (server) => {
      expect(await rowsSeen(await operator(server))).toMatchObject({ address: 'unknown' })
    })
  })

  it('[OPS-30] says that there was no backup, and then when the last one was made; the note does not travel with it', async () => {
    const scene = new BackupScene()
    const database = await migratedDatabase()
    const server = await TestServer.start({}, database)
    try {
      const asel = await operator(server)
      expect(await rowsSeen(asel)).toMatchObject({ backup: 'never' })
      await scene.backUp(database, 'first')
      expect(await rowsSeen(asel)).toMatchObject({ backup: 'recent' })
      const clean = await scene.clean()
      await scene.restore(clean, 'first')
      const again = await TestServer.start({}, clean)
      const browser = new CookieBrowser(again.url)
      await browser.call('signIn', { email: 'asel', password: PASSWORD })
      expect(await rowsSeen(browser)).toMatchObject({ backup: 'never' })
      await again.close({ keepsDatabase: true })
    } finally {
      await server.close()
      await scene.close()
    }
  })

  it('[OPS-30] a backup of a database of an older version, which has no place for the note, is made all the same', async () => {
    const scene = new BackupScene()
    const database = await migratedDatabase()
    try {
      await withPool(database, (owner) => owner.query('drop table backup_made'))
      expect(await scene.backUp(database, 'older')).toContain('holds everything')
      expect(scene.said.join()).not.toContain('noted')
    } finally {
      await database.drop()
      await scene.close()
    }
  })
})

it('[OPS-48] one role for everything is a finding of the database, and a role of the application’s own is none', async () => {
  await withOneRole(async (server) => expect(await rowsSeen(await operator(server))).toMatchObject({ database: 'oneRole' }))
  await withServer({}, async (server) => expect(await rowsSeen(await operator(server))).toMatchObject({ database: 'answers' }))
})
