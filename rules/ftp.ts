import { defineRules } from './define.js';

export const rules = defineRules('ftp', [
  {
    id: 'ftp-password-in-url',
    title: 'Password in an FTP address',
    impact: 'Signs in to the file server with the user name and password it carries.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    remediation: 'Change the password of the user.',
    keywords: ['ftp://', 'ftps://'],
    pattern: /\bs?ftps?:\/\/[^\s:@/"'<>]{1,64}:(?<secret>[^\s:@/"'<>${}%*]{3,100})@[A-Za-z0-9.-]{2,120}/,
    minEntropy: 2,
    exclude: /^(?:pass(?:word|wd)?|secret|pwd|anonymous|guest|x+|user(?:name)?)$/,
    examples: {
      match: ['ftp://deploy:{password:14}@files.host.net/'],
      noMatch: ['ftp://user:password@files.host.net', 'ftp://$USER:$PASS@host'],
    },
  },
]);
