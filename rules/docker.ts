import { defineRules } from './define.js';

export const rules = defineRules('docker', [
  {
    id: 'docker-personal-access-token',
    title: 'Docker Hub access token',
    impact: "Pulls, and with write access pushes, the user's or organisation's images.",
    reference: 'https://docs.docker.com/security/for-developers/access-tokens/',
    remediation: 'Delete the token at https://app.docker.com/settings/personal-access-tokens.',
    severity: 'critical',
    keywords: ['dckr_pat_', 'dckr_oat_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>dckr_(?:pat_[A-Za-z0-9_-]{27}|oat_[A-Za-z0-9_-]{32}))(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['docker login -u me -p dckr_pat_{base64url:27}', 'DOCKER_TOKEN=dckr_oat_{base64url:32}'],
      noMatch: ['dckr_pat_{alnum:10}'],
    },
  },
  {
    id: 'docker-swarm-token',
    title: 'Docker Swarm join token or unlock key',
    impact: 'Joins the swarm as a node, or unlocks its managers.',
    reference: 'https://docs.docker.com/engine/swarm/join-nodes/',
    remediation: 'Rotate it with `docker swarm join-token --rotate` or `docker swarm unlock-key --rotate`.',
    keywords: ['swmtkn-1-', 'swmkey-1-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>SWM(?:TKN-1-[a-z0-9]{48,60}-[a-z0-9]{24,30}|KEY-1-[A-Za-z0-9+/]{40,50}))(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['docker swarm join --token SWMTKN-1-{loweralnum:50}-{loweralnum:25}', 'SWMKEY-1-{alnum:43}'],
      noMatch: ['SWMTKN-1-{loweralnum:20}'],
    },
  },
  {
    id: 'docker-config-auth',
    title: 'Registry password in a Docker configuration',
    impact: 'Pulls, and with write access pushes, images of the registry.',
    reference: 'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    remediation: 'Change the password or token; use a credential helper.',
    keywords: ['"auth"', 'auth\\'],
    pattern: /"?auth\\{0,3}"\s{0,8}:\s{0,8}\\{0,3}"(?<secret>[A-Za-z0-9+/]{12,8000}={0,2})\\{0,3}"/,
    minEntropy: 3,
    check: 'docker-auth',
    examples: {
      match: ['{"auths":{"registry.host":{"auth":"{basic}"}}}'],
      noMatch: ['{"auths":{"registry.host":{"auth":"{alnum:4}"}}}'],
    },
  },
  {
    id: 'docker-config-json',
    title: 'Docker configuration with passwords in base64',
    impact: 'Pulls, and with write access pushes, images of the registries in it.',
    reference: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
    remediation: 'Change the passwords or tokens in it.',
    keywords: ['dockerconfigjson', 'docker_auth_config', 'dockercfg'],
    pattern:
      /(?:dockerconfigjson|docker_auth_config|DOCKER_AUTH_CONFIG|dockercfg)[\\"']{0,8}\s{0,4}[:=]\s{0,8}[\\"']{0,6}(?<secret>e[wy][A-Za-z0-9+/]{40,8000}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 3.5,
    check: 'base64-json',
    examples: {
      match: ['.dockerconfigjson: {dockerconfig}', '".dockerconfigjson": "{dockerconfig}"'],
      noMatch: ['.dockerconfigjson: e30='],
    },
  },
  {
    id: 'docker-registry-password',
    title: 'Docker registry password',
    impact: 'Pulls, and with write access pushes, images of the registry.',
    reference: 'https://docs.docker.com/reference/cli/docker/login/',
    remediation: 'Change the password; use an access token and --password-stdin.',
    keywords: ['docker login'],
    pattern:
      /docker login\b[^\n|;]{0,200}?\s(?:-p|--password)(?:\s{1,3}|=)["']?(?<secret>[^\s"'$<{`%-][^\s"'$<{`]{5,200})/,
    minEntropy: 2.6,
    exclude: /^(?:password|secret|token)\b|^\*/,
    examples: {
      match: ['docker login -u deploy -p {password:16} registry.host'],
      noMatch: ['docker login -u deploy -p $PASSWORD'],
    },
  },
]);
