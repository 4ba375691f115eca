; The least one-click installer that uses assets/installer.nsh the way electron-builder's template does: the same
; macros at the same places, the same names, and a stand-in program. For prove-installer only; it is never shipped.
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
; As the template's StdUtils plug-in answers it: the command line has --updated.
!define isUpdated `"" HasUpdatedOption ""`
!macro _HasUpdatedOption _a _b _t _f
  !insertmacro _LOGICLIB_TEMP
  ClearErrors
  ${GetParameters} $_LOGICLIB_TEMP
  ${GetOptions} $_LOGICLIB_TEMP "--updated" $_LOGICLIB_TEMP
  IfErrors `${_f}` `${_t}`
!macroend
!define BUILD_UNINSTALLER
Var newStartMenuLink
Var newDesktopLink
!include "${ADDITIONS}"

Name "${PRODUCT_NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${PRODUCT_NAME}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SpanishInternational"
!insertmacro MUI_LANGUAGE "English"
!insertmacro customHeader
LangString sure ${LANG_ENGLISH} "Uninstall Mostrador?"
LangString sure ${LANG_SPANISHINTERNATIONAL} "¿Desinstalar Mostrador?"

Section
  SetShellVarContext current
  StrCpy $newStartMenuLink "$SMPROGRAMS\${PRODUCT_NAME}.lnk"
  StrCpy $newDesktopLink "$DESKTOP\${PRODUCT_NAME}.lnk"
  SetOutPath "$INSTDIR"
  File "/oname=${PRODUCT_NAME}.exe" "${STAND_IN}"
  WriteUninstaller "$INSTDIR\Uninstall ${PRODUCT_NAME}.exe"
  CreateShortCut "$newStartMenuLink" "$INSTDIR\${PRODUCT_NAME}.exe"
  CreateShortCut "$newDesktopLink" "$INSTDIR\${PRODUCT_NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT_NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall ${PRODUCT_NAME}.exe"'
  !insertmacro customInstall
SectionEnd

Function un.onInit
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${if} ${Errors}
    MessageBox MB_OKCANCEL "$(sure)" IDOK +2
    Quit
    SetSilent silent
  ${endIf}
  !insertmacro customUnInit
FunctionEnd

Section un.install
  SetShellVarContext current
  !insertmacro customUnInstall
  SetOutPath $TEMP
  RMDir /r "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT_NAME}.lnk"
  Delete "$DESKTOP\${PRODUCT_NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
