import { PersonEntity } from './person.entity.js'
import { SessionEntity } from './session.entity.js'
import { SignInAttemptEntity } from './sign-in-attempt.entity.js'

export const identityEntities = [PersonEntity, SessionEntity, SignInAttemptEntity]
