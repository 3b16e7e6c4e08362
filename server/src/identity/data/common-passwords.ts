/**
 * What people choose when a form only asks for ten characters, in the languages of our users.
 * Made by rule: a familiar word, an ending, and pairs of the two. Shorter results are dropped,
 * because the length rule refuses them before.
 */
const WORDS = `
password passwort passord motdepasse contrasena contraseña palavrachave senha parola parole parol heslo haslo hasło lozinka jelszo salasana
wachtwoord adgangskode losenord lösenord katasandi nenosiri matkhau matkhẩu sifre şifre пароль гасло пароли κωδικος كلمةالسر كلمةالمرور
رمزعبور סיסמה 密码 パスワード 비밀번호 qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdfghjkl asdfgh yxcvbnm zxcvbnm йцукен йцукенг фывапролдж
welcome willkommen bienvenue bienvenido bienvenida bemvindo benvenuto karibu добропожаловать hello hallo bonjour hola salam namaste shalom
letmein openup opensesame login signin admin administrator root superuser user username default guest master system server database backup
secret topsecret geheim confidential private temp temporary changeme changeit testing tester demo example sample student teacher
iloveyou teamo jetaime ichliebedich tiamo tequiero love lovely forever sunshine princess prinzessin princesa dragon monkey shadow superman
batman spiderman pokemon starwars football fussball futbol calcio cricket baseball basketball hockey soccer liverpool barcelona realmadrid
arsenal chelsea juventus galatasaray manchester summer sommer verano winter invierno spring autumn january february march april june july
august september october november december monday tuesday wednesday thursday friday saturday sunday family familia famille mother father
mama papa daddy mommy baby angel angelo michael michelle jennifer jessica daniel charlie thomas maria carlos mohammed muhammad ahmed
fatima aisha krishna jesus jesuschrist allah bismillah alhamdulillah blessed freedom liberty happy lucky flower butterfly chocolate cookie
banana cheese pepper ginger coffee computer laptop internet google facebook whatsapp youtube samsung android iphone windows microsoft
statistics statistic census survey surveys citizen citizens citizendata data opendata bigdata workshop meeting office project team
country national government ministry department community roadmap agreement nairobi kenya london paris berlin madrid lagos ghana india
america canada mexico brasil colombia argentina pakistan bangladesh philippines indonesia vietnam turkey ukraine polska france deutschland
`
  .trim()
  .split(/\s+/)

const ENDINGS =
  `1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 01 007 11 111 1111 22 222 99 100 666 777 888 999 000 321 4321
54321 ! !! !!! ? . @ @1 @12 @123 @1234 #1 #123 $ _1 _123 -1 1! 12! 123! 1234! 123? 1980 1985 1990 1995 2000 2010 2015 2018 2019 2020 2021
2022 2023 2024 2025 2026 2027 2024! 2025! 2026! @2024 @2025 @2026 #2025 #2026 abc abc123 xyz qwe qwerty pass password admin me you`
    .trim()
    .split(/\s+/)

/** Walks over the keyboard, runs, dates and phrases that no word and ending explain. */
const TYPICAL = `
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qazwsxedcrfv qazwsxedc123 zaq12wsxcde3 q1w2e3r4t5 q1w2e3r4t5y6 asdfjkl123 asdfghjkl1
qweasdzxc123 qweasdzxcrty 123qweasdzxc 1234qwerasdf 1234567qwerty qwer1234asdf asdf1234qwer zxcvbnm123 poiuytrewq mnbvcxzlkj lkjhgfdsaq
0987654321 9876543210 1234554321 1122334455 1112223334 1231231231 1029384756 1357924680 2468013579 3141592653 1234512345 0123456789
abcdefghij abcdefghijk abc1234567 abcd123456 abcde12345 abcdef1234 a1b2c3d4e5 a1b2c3d4e5f6 aa12345678 aaa1234567 x1234567890 z1234567890
iloveyoumom iloveyoumum ilovejesus iloveallah ilovegod777 ilovemyself ilovemyfamily ilovekenya iloveindia loveyouforever mylovelybaby
letmeinnow letmeinplease openthedoor nopassword nopasswordhere mypassword mypassword1 thepassword yourpassword newpassword oldpassword
passwordpassword passphrase passcode12 password1password forgotpassword rememberme rememberme1 whatever123 trustno1trustno1 thisisapassword
thisismypassword correcthorse correcthorsebattery correcthorsebatterystaple godisgood1 godislove1 godisgreat inshallah1 jesuslovesme
jesusislord mashallah1 subhanallah happybirthday merrychristmas happynewyear goodmorning goodnight1 hakunamatata viva-mexico manchesterunited
liverpoolfc ynwa123456 championsleague cristianoronaldo lionelmessi1 metallica1 linkinpark harrypotter lordoftherings gameofthrones
`
  .trim()
  .split(/\s+/)

const LEAST_LENGTH = 10

/** Some ten thousand passwords of ten characters or more, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  [...TYPICAL, ...WORDS, ...WORDS.flatMap((word) => [word + word, ...ENDINGS.flatMap((ending) => [word + ending, ending + word])])].filter(
    (password) => password.length >= LEAST_LENGTH
  )
)

/** The words themselves, for passwords that are one of them with some other decoration. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS)
