; Stands in for the app: leaves behind what the app leaves behind on Windows, and says that it ran. SECRETS is a file that
; keeps one secret a line, as many as the app may have.
Unicode true
Name "Stand-in"
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent

; CREDENTIALW of a 64-bit program, as keytar writes it: a generic credential named service/account.
!macro keepSecret TARGET
  System::Call '*(&w64 "${TARGET}") p.r1'
  System::Call '*(&m8 "secreto") p.r2'
  System::Call '*(&w8 "usuario") p.r3'
  System::Call '*(i 0, i 1, p r1, p 0, l 0, i 7, &i4 0, p r2, i 2, i 0, p 0, p 0, p r3) p.r4'
  System::Call 'advapi32::CredWriteW(p r4, i 0) i.r5'
  System::Free $1
  System::Free $2
  System::Free $3
  System::Free $4
!macroend

Section
  SetShellVarContext current
  CreateDirectory "$APPDATA\Mostrador"
  FileOpen $0 "$APPDATA\Mostrador\orders.db" w
  FileWrite $0 "pedidos"
  FileClose $0
  CreateDirectory "$LOCALAPPDATA\mostrador-updater"
  FileOpen $0 "$LOCALAPPDATA\mostrador-updater\installer.exe" w
  FileClose $0
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}" "$EXEPATH --hidden"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}" "02"
  WriteRegStr HKCU "Software\Classes\CLSID\${TOAST_CLSID}\LocalServer32" "" "$EXEPATH"
  !include "${SECRETS}"
  !insertmacro keepSecret "Otro programa/clave"
SectionEnd
