import { defineRules } from './define.js';

export const rules = defineRules('ldap', [
  {
    id: 'ldap-bind-password',
    title: 'Password of an LDAP bind',
    impact: 'Reads, and often changes, the directory.',
    reference: 'https://datatracker.ietf.org/doc/html/rfc4513#section-5.1.3',
    remediation: "Change the account's password in the directory.",
    confidence: 'possible',
    selfMade: true,
    keywords: [
      'simple_bind',
      'ldap_bind',
      'security_credentials',
      'bindpw',
      'opendsobject',
      'directoryentry',
      'ldapsearch',
      'ldapmodify',
      'ldapadd',
    ],
    pattern:
      /(?:simple_bind(?:_s)?\(\s{0,8}(?:["'][^"'\n]{1,200}["']|\w{1,40})\s{0,4},\s{0,4}["']|ldap_bind\(\s{0,4}\$\w{1,40}\s{0,4},\s{0,4}["'][^"'\n]{1,200}["']\s{0,4},\s{0,4}["']|SECURITY_CREDENTIALS\s{0,4},\s{0,4}"|\bbindpw\s{1,8}["']?|(?:OpenDSObject|DirectoryEntry)\s?\(\s{0,4}@?"[^"\n]{0,200}"\s{0,4},\s{0,4}@?"[^"\n]{0,100}"\s{0,4},\s{0,4}@?"|ldap(?:search|modify|add)\s[^\n]{0,200}?\s-w\s{1,3}["']?)(?<secret>[^\s"'$%<{`-][^\s"'`]{3,100})/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: [
        'conn.simple_bind_s("cn=admin,dc=corp", "{alnum:10}")',
        'ns.OpenDSObject("LDAP://dc01", "CORP\\svc", "{alnum:10}", 1)',
        'env.put(Context.SECURITY_CREDENTIALS, "{alnum:10}");',
        'bindpw {alnum:10}',
        'ldapsearch -x -D cn=admin -w {alnum:10} -b dc=corp',
      ],
      noMatch: ['conn.simple_bind_s(dn, password)', 'bindpw secret'],
    },
  },
]);
