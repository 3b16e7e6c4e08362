import * as encoding from 'lib0/encoding'

export const TYPE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, durable: 100, rejected: 102 }
export const STEP = { step1: 0, step2: 1, update: 2 }

/** `plain`: y-websocket's messages. `hocuspocus`: the same behind the document's name, after a greeting that is answered. */
export function framing(kind, document) {
  const name = kind === 'hocuspocus' ? encoding.encode((encoder) => encoding.writeVarString(encoder, document)) : new Uint8Array(0)
  const message = (write) =>
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, name)
      write(encoder)
    })
  return {
    nameLength: name.length,
    greeting: kind === 'hocuspocus' ? message(greet) : null,
    sync: (step, data) =>
      message((encoder) => {
        encoding.writeVarUint(encoder, TYPE.sync)
        encoding.writeVarUint(encoder, step)
        encoding.writeVarUint8Array(encoder, data)
      }),
    presence: (client, clock, state) =>
      message((encoder) => {
        encoding.writeVarUint(encoder, TYPE.awareness)
        encoding.writeVarUint8Array(encoder, presenceOf(client, clock, state))
      })
  }
}

function greet(encoder) {
  encoding.writeVarUint(encoder, TYPE.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, 'anybody')
}

function presenceOf(client, clock, state) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  })
}
