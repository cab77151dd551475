# keyhound trace: hash a value as the audit device does, to look for it in its log.
# Replace "file" by the name of the device, see vault audit list.

path "sys/audit-hash/file" {
  capabilities = ["update"]
}
