import { defineRules } from './define.js';

export const rules = defineRules('filezilla', [
  {
    id: 'filezilla-password',
    title: 'Password in a FileZilla site list',
    impact: 'Reads and changes the files of the server.',
    reference: 'https://wiki.filezilla-project.org/Site_Manager',
    remediation: "Change the account's password, and set a master password in FileZilla.",
    keywords: ['</pass>'],
    pattern: /<Pass(?: encoding="base64")?>\s{0,8}(?<secret>[^<>\s${][^<>\r\n]{3,160}?)\s{0,8}<\/Pass>/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: ['<Host>h</Host><Pass encoding="base64">{base64:16}</Pass>', '<Pass>{alnum:9}</Pass>'],
      noMatch: ['<Pass>${dollar}{PASSWORD}</Pass>'],
    },
  },
]);
