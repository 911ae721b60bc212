/// The misconceptions as a table of Markdown, for the teacher's page.
package var misconceptionTable: String {
  markdownTable(
    ["name", "what is mixed up", "right", "taken for it"],
    misconceptions.map { misconception in
      let page = misconception.page
      return [page.name, page.summary, page.right, page.wrong]
    },
    isCode: [true, false, true, true]
  )
}
