// libedit for Swift: its C variadics, which Swift cannot call, as plain functions.
//
// All of them are `static inline`, so that a system library target is enough.
#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

typedef unsigned char (*editline_command)(EditLine *, int);
typedef wchar_t *(*editline_prompt)(EditLine *);

static inline void editline_set_prompt(EditLine *el, editline_prompt prompt) {
  el_wset(el, EL_PROMPT, prompt);
}

// "emacs" or "vi"; resets every binding.
static inline void editline_set_editor(EditLine *el, const wchar_t *name) {
  el_wset(el, EL_EDITOR, name);
}

static inline const wchar_t *editline_editor(EditLine *el) {
  const wchar_t *name = NULL;
  return el_wget(el, EL_EDITOR, &name) == 0 ? name : NULL;
}

static inline void editline_leave_signals(EditLine *el) { el_wset(el, EL_SIGNAL, 0); }

// 1: the modes for editing, 0: the modes that the terminal had before.
static inline void editline_prepare_terminal(EditLine *el, int editing) {
  el_wset(el, EL_PREP_TERM, editing);
}

static inline void editline_refresh(EditLine *el) { el_wset(el, EL_REFRESH); }

static inline void editline_set_reader(EditLine *el, el_rfunc_t reader) {
  el_wset(el, EL_GETCFN, reader);
}

static inline void editline_set_client(EditLine *el, void *client) {
  el_wset(el, EL_CLIENTDATA, client);
}

static inline void *editline_client(EditLine *el) {
  void *client = NULL;
  el_wget(el, EL_CLIENTDATA, &client);
  return client;
}

// libedit keeps both texts: they have to outlive `el`.
static inline void editline_add_command(
    EditLine *el, const wchar_t *name, const wchar_t *help, editline_command command) {
  el_wset(el, EL_ADDFN, name, help, command);
}

// Binds in the map for inserting: emacs mode, and vi's insert mode.
static inline void editline_bind(EditLine *el, const wchar_t *keys, const wchar_t *name) {
  el_wset(el, EL_BIND, keys, name, (wchar_t *)NULL);
}

// Binds in the other map: vi's command mode.
static inline void editline_bind_command_mode(
    EditLine *el, const wchar_t *keys, const wchar_t *name) {
  el_wset(el, EL_BIND, L"-a", keys, name, (wchar_t *)NULL);
}

static inline void editline_use_history(EditLine *el, HistoryW *history) {
  el_wset(el, EL_HIST, history_w, history);
}

static inline void editline_history_limit(HistoryW *history, int limit) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, limit);
}

static inline void editline_history_enter(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  history_w(history, &event, H_ENTER, entry);
}

static inline const char *editline_codeset(void) { return nl_langinfo(CODESET); }

// Declared here because Swift's importer does not define _XOPEN_SOURCE; the tests compare with it.
static inline int editline_wcwidth(wchar_t scalar) {
  extern int wcwidth(wchar_t);
  return wcwidth(scalar);
}

// The stdio streams are mutable globals, which Swift 6 code cannot touch.
static inline FILE *editline_standard_error(void) { return stderr; }

#endif
