import { defineRules } from './define.js';

export const rules = defineRules('kubernetes', [
  {
    id: 'kubernetes-bootstrap-token',
    title: 'Kubernetes bootstrap token',
    impact: 'Joins the cluster as a node.',
    reference: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    remediation: 'Delete it with `kubeadm token delete`.',
    keywords: ['kubeadm', 'bootstrap'],
    pattern:
      /(?:kubeadm join[^\n]{0,200}--token[ =]|[Bb](?:ootstrap|OOTSTRAP)[_-]?(?:[Tt]oken|TOKEN)[\w"' ]{0,12}[=: ]\s{0,3}["']?)(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})(?![a-z0-9])/,
    minEntropy: 3,
    examples: {
      match: [
        'kubeadm join 10.0.0.1:6443 --token {loweralnum:6}.{loweralnum:16}',
        'BOOTSTRAP_TOKEN: "{loweralnum:6}.{loweralnum:16}"',
      ],
      noMatch: ['BOOTSTRAP_TOKEN: abcdef.0123456789abcdef'],
    },
  },
  {
    id: 'kubernetes-client-key',
    title: 'Private key in a kubeconfig',
    impact: 'Signs in to the cluster as the user of the certificate.',
    reference: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
    remediation:
      "Issue a new certificate authority or remove the user's role bindings; client certificates cannot be revoked.",
    severity: 'critical',
    keywords: ['client-key-data', 'client_key_data'],
    pattern:
      /client[-_]key[-_]data["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{200,8000}={0,2})/,
    minEntropy: 4,
    examples: {
      match: ['client-key-data: LS0tLS1CRUdJTi{base64:600}'],
      noMatch: ['client-key-data: LS0tLS1CRUdJTi{base64:20}'],
    },
  },
  {
    id: 'kubernetes-secret',
    title: 'Value in a Kubernetes Secret manifest',
    impact: 'Is whatever the workloads read from the Secret: passwords, keys, tokens.',
    reference: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    remediation:
      'Change the value, and keep the manifest encrypted (SOPS, sealed secrets) or out of the repository.',
    keywords: ['kind: secret', 'kind":"secret"', 'kind": "secret"'],
    pattern:
      /kind:\s{1,4}["']?Secret["']?[ \t\r]{0,80}\n(?:(?!---|kind:)[^\n]{0,4000}\n){0,40}?(?:data|stringData):[ \t]{0,80}\n(?:[ \t]{0,80}#[^\n]{0,200}\n)?[ \t]{1,12}["']?[\w.-]{1,80}["']?:[ \t]{0,4}["']?(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})(?=["']?\s)/,
    minEntropy: 2.5,
    check: 'kubernetes-secret-value',
    examples: {
      match: ['apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: {b64password}\n'],
      noMatch: [
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: {{ .Values.password }}\n',
        'kind: Service\nspec:\n  ports: []\n',
      ],
    },
  },
  {
    id: 'kubernetes-service-account-token',
    title: 'Kubernetes service account token',
    impact: 'Acts as the service account in the cluster.',
    reference: 'https://kubernetes.io/docs/concepts/security/service-accounts/',
    remediation: "Delete the token's Secret, or the service account.",
    severity: 'critical',
    keywords: ['eyj'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{300,700})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    check: 'kubernetes-jwt',
    examples: { match: ['token: {k8sjwt}'], noMatch: ['token: {rsajwt}'] },
  },
]);
