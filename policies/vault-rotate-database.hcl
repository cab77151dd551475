# keyhound rotate vault:database/static-roles/NAME: let the engine make a new password.
# Replace "database" by the engine and "app" by the role.

path "database/rotate-role/app" {
  capabilities = ["update"]
}
