import Testing

@Suite struct RoleTests {}
