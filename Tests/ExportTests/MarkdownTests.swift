import Testing

@testable import Shell

@Suite("Prose as HTML")
struct MarkdownTests {
  static let samples: [(String, String)] = [
    ("# A *b*", "<h1>A <em>b</em></h1>"),
    ("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>"),
    ("**b** `x < 1` \\*c\\*", "<p><strong>b</strong> <code>x &lt; 1</code> *c*</p>"),
    ("snake_case_name and 2*3*4", "<p>snake_case_name and 2*3*4</p>"),
    ("- a\n  b\n- c", "<ul><li>a\nb</li><li>c</li></ul>"),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("> a\n> b", "<blockquote><p>a\nb</p></blockquote>"),
    ("```text\n<b>\n```", "<pre>&lt;b&gt;</pre>"),
    ("---", "<hr>"),
    (
      "[a](https://b.org/?c&d)",
      "<p><a href=\"https://b.org/?c&amp;d\" rel=\"noopener\">a</a></p>"
    ),
    (
      "| a | b |\n| :-- | --: |\n| x\\|y | −1 |",
      "<div class=\"wide\"><table><thead><tr><th>a</th><th class=\"n\">b</th></tr></thead><tbody>\n"
        + "<tr><td>x|y</td><td class=\"n\">−1</td></tr>\n</tbody></table></div>"
    ),
    (
      "| a |\n| --: |\n| 3.4d |\n| d |",
      "<div class=\"wide\"><table><thead><tr><th class=\"n\">a</th></tr></thead><tbody>\n"
        + "<tr><td class=\"n\">3.4<span class=\"mark\">d</span></td></tr>\n"
        + "<tr><td class=\"n\">d</td></tr>\n</tbody></table></div>"
    ),
    ("a | b", "<p>a | b</p>"), ("&lt; &amp; &copy;", "<p>&lt; &amp; &amp;copy;</p>"),
  ]

  @Test("keeps its shape", arguments: samples)
  func shape(_ markdown: String, _ html: String) {
    #expect(MarkdownBlock.html(MarkdownBlock.blocks(of: markdown)) == html)
  }

  static let attacks = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "[a](JavaScript:alert(1))", "[a](https://b\" onclick=\"alert(1))", "`<script>`",
    "# <svg onload=alert(1)>", "- <b>", "| <i> |\n| --- |\n| <u> |", "> <script>",
    "**<script>**", "[<script>](https://a.org)", "&lt;script&gt;", "```\n</pre><script>\n```",
    "[a](data:text/html,x)", "\u{1B}]8;;x\u{7}", "    <script>",
  ]

  @Test("holds no markup of the author's", arguments: attacks)
  func attack(_ markdown: String) throws {
    let html = MarkdownBlock.html(MarkdownBlock.blocks(of: markdown))
    let known = try Regex(
      "</?(h1|p|em|strong|code|pre|ul|ol|li|blockquote|hr|table|thead|tbody|tr|th|td)( class=\"n\")?>"
        + "|<div class=\"wide\">|<span class=\"mark\">|</span>|</div>|<a href=\"https?://[^\"<>\\s]*\" rel=\"noopener\">|</a>"
    )
    let rest = html.replacing(known, with: "")
    #expect(!rest.contains("<") && !rest.contains("\u{1B}") && !rest.contains("\u{7}"))
    #expect(!html.lowercased().contains("href=\"javascript"))
    #expect(!html.contains(" onclick=\""))
  }

  static let pieces = ["[", "*a ", "`", "&", "> ", "**", "_x", "[a](", "|", "- ", "\\", "1. a\n"]

  @Test("of any length takes its time, no more", .timeLimit(.minutes(1)), arguments: pieces)
  func long(_ piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(!MarkdownBlock.html(MarkdownBlock.blocks(of: text)).isEmpty)
  }
}
