# keyhound revoke: look up a leaked token or lease, and revoke it.
# Whoever has this can revoke any token and any lease: give it to people on call, not to CI.

path "auth/token/lookup" {
  capabilities = ["update"]
}

path "auth/token/revoke" {
  capabilities = ["update"]
}

path "sys/leases/lookup" {
  capabilities = ["update"]
}

path "sys/leases/revoke" {
  capabilities = ["update"]
}
